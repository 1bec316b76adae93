import Foundation

/// A drawing, top to bottom as it is painted.
///
/// The only code that writes angle brackets by hand: every text and every attribute is escaped,
/// attributes keep the order in which they are written, and numbers have one decimal, so that the
/// same drawing is the same bytes everywhere.
struct SVG {
  /// In user units; figures of a page are 680 wide, where 12 units print as 8.9 points.
  var width: Double
  var height: Double
  var elements: [SVGElement] = []

  mutating func draw(_ more: SVGElement...) { elements += more }

  /// A picture with its name and its finding in words, for those who do not see it.
  ///
  /// The id is unique on its page; it names the title and the description.
  func markup(id: String, title: String, description: String) -> String {
    let group = SVGElement("g", ["aria-hidden": "true"], children: elements)
    return SVGElement(
      "svg",
      [
        "viewBox": viewBox, "role": "img", "aria-labelledby": "\(id)-title \(id)-description",
        "class": "figure",
      ],
      children: [
        SVGElement("title", ["id": "\(id)-title"], text: title),
        SVGElement("desc", ["id": "\(id)-description"], text: description), group,
      ]
    ).markup
  }

  /// A picture whose content stands as text beside it.
  func hiddenMarkup(class name: String) -> String {
    SVGElement(
      "svg", ["viewBox": viewBox, "aria-hidden": "true", "class": name], children: elements
    ).markup
  }

  private var viewBox: String {
    "0 0 \(SVGElement.number(width)) \(SVGElement.number(height))"
  }
}

/// One element of a drawing.
struct SVGElement {
  private let name: String
  private let attributes: KeyValuePairs<String, String>
  private let text: String
  private let children: [SVGElement]

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text: String = "",
    children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }

  var markup: String {
    let written = attributes.filter { !$0.value.isEmpty }
      .map { " \($0.key)=\"\(Self.escaped($0.value))\"" }.joined()
    let content = Self.escaped(text) + children.map(\.markup).joined()
    return content.isEmpty
      ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
  }

  /// A coordinate or a length: one decimal, none where it is zero, a plain hyphen as minus.
  static func number(_ value: Double) -> String {
    let text = String(format: "%.1f", value.isFinite ? value : 0)
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return short == "-0" ? "0" : short
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// A place in a drawing; y grows downwards.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var written: String { "\(SVGElement.number(x)) \(SVGElement.number(y))" }
}

extension SVGElement {
  static func line(
    _ from: Point, _ to: Point, colour: String = Palette.ink, width: Double = 1,
    dashes: String = "", opacity: String = ""
  ) -> SVGElement {
    SVGElement(
      "path",
      [
        "d": "M\(from.written)L\(to.written)", "stroke": colour, "stroke-width": number(width),
        "stroke-dasharray": dashes, "stroke-opacity": opacity,
      ])
  }

  static func rectangle(
    at corner: Point, width: Double, height: Double, fill: String, stroke: String = "",
    radius: Double = 0
  ) -> SVGElement {
    SVGElement(
      "rect",
      [
        "x": number(corner.x), "y": number(corner.y), "width": number(width),
        "height": number(height), "rx": radius > 0 ? number(radius) : "", "fill": fill,
        "stroke": stroke,
      ])
  }

  static func circle(
    at centre: Point, radius: Double, fill: String, stroke: String = "", width: Double = 1,
    opacity: String = ""
  ) -> SVGElement {
    SVGElement(
      "circle",
      [
        "cx": number(centre.x), "cy": number(centre.y), "r": number(radius), "fill": fill,
        "stroke": stroke, "stroke-width": stroke.isEmpty ? "" : number(width),
        "opacity": opacity,
      ])
  }

  /// A shape through points, closed and filled.
  static func polygon(
    _ points: [Point], fill: String, stroke: String = "", width: Double = 1, opacity: String = ""
  ) -> SVGElement {
    SVGElement(
      "path",
      [
        "d": "M" + points.map(\.written).joined(separator: "L") + "Z", "fill": fill,
        "stroke": stroke, "stroke-width": stroke.isEmpty ? "" : number(width),
        "fill-opacity": opacity,
      ])
  }

  /// A line through points, not filled.
  static func polyline(
    _ points: [Point], colour: String, width: Double, dashes: String = ""
  ) -> SVGElement {
    SVGElement(
      "path",
      [
        "d": "M" + points.map(\.written).joined(separator: "L"), "fill": "none",
        "stroke": colour, "stroke-width": number(width), "stroke-dasharray": dashes,
      ])
  }
}
