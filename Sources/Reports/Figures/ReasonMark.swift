/// The mark before a reason: a tick, or an arrow down where it lowers the certainty.
///
/// Drawn, so that no second font is needed for it.
struct ReasonMark {
  var lowers: Bool

  var svg: SVG {
    var svg = SVG(width: 14, height: 14)
    if lowers {
      svg.draw(
        .line(Point(7, 1), Point(7, 12), colour: Palette.ink, width: 2),
        .polyline([Point(2, 7.5), Point(7, 12.5), Point(12, 7.5)], colour: Palette.ink, width: 2))
    } else {
      svg.draw(
        .polyline([Point(1, 8), Point(5, 12), Point(13, 2)], colour: Palette.navy, width: 2.4))
    }
    return svg
  }
}
