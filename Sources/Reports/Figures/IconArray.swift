/// A row of people, the first of them filled.
///
/// Grouped, never scattered: scattered people make the same share look riskier.
struct IconArray {
  var filled: Int
  var total: Int

  var svg: SVG {
    var svg = SVG(width: Double(total) * 28, height: 46)
    for index in 0..<total {
      svg.elements += person(left: Double(index) * 28 + 3, isFilled: index < filled)
    }
    return svg
  }

  private func person(left: Double, isFilled: Bool) -> [SVGElement] {
    let fill = isFilled ? Palette.navy : Palette.white
    let body =
      "M\(Point(left, 44).written)v-12a11 11 0 0 1 22 0v12Z"
    return [
      .circle(at: Point(left + 11, 9), radius: 7, fill: fill, stroke: Palette.navy, width: 1.6),
      SVGElement(
        "path", ["d": body, "fill": fill, "stroke": Palette.navy, "stroke-width": "1.6"]),
    ]
  }
}
