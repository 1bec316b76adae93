/// Where a text in a drawing begins, as seen from its point.
enum TextAnchor: String {
  case start, middle, end
}

/// The two looks of a text in a drawing.
enum TextTone {
  case ink, muted, bold

  fileprivate var colour: String { self == .muted ? Palette.muted : Palette.ink }
}

extension SVGElement {
  /// A line of text; the style of the page gives it a halo where lines pass behind it.
  static func text(
    _ text: String, at point: Point, anchor: TextAnchor = .start, tone: TextTone = .ink,
    size: Double = 12, colour: String? = nil
  ) -> SVGElement {
    SVGElement(
      "text",
      [
        "x": number(point.x), "y": number(point.y), "text-anchor": anchor.rawValue,
        "font-size": number(size), "font-weight": tone == .bold ? "700" : "",
        "fill": colour ?? tone.colour,
      ], text: text)
  }

  /// An arrow that points left or right, drawn, so that no second font is needed.
  static func arrow(from: Point, to: Point, colour: String = Palette.muted) -> [SVGElement] {
    let back = from.x < to.x ? -5.0 : 5.0
    return [
      .line(from, to, colour: colour, width: 1.5),
      .polyline(
        [Point(to.x + back, to.y - 4), to, Point(to.x + back, to.y + 4)], colour: colour,
        width: 1.5),
    ]
  }
}

/// About how wide a text is: Arial averages just over half its size for each letter.
func estimatedWidth(of text: String, size: Double = 12) -> Double {
  Double(text.count) * size * 0.53
}

/// The text, shortened to a width at the end of a word where it must be.
func fitted(_ text: String, width: Double, size: Double = 12) -> String {
  guard estimatedWidth(of: text, size: size) > width else { return text }
  var words = text.split(separator: " ")
  while words.count > 1 {
    words.removeLast()
    let shorter = words.joined(separator: " ") + "…"
    if estimatedWidth(of: shorter, size: size) <= width { return shorter }
  }
  let letters = max(1, Int(width / (size * 0.53)) - 1)
  return String(text.prefix(letters)) + "…"
}
