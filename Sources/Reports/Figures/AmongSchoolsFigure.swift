import Statistics

/// Every school as a small mark, this school as a large one, and the average under them.
///
/// No other school is named, and the height of a mark means nothing: it is no league table.
struct AmongSchoolsFigure {
  var others: [Double]
  var own: Double
  var average: Double
  var averageInterval: Interval

  var svg: SVG {
    var svg = SVG(width: 680, height: 132)
    let scale = Scale(values, from: 118, to: 662)
    svg.draw(.line(Point(scale.place(0), 20), Point(scale.place(0), 84), width: 1.5))
    svg.elements += others.enumerated().map { index, effect in
      .circle(
        at: Point(scale.place(effect), 42 + Double(index % 3 - 1) * 8), radius: 4,
        fill: Palette.paleBlue, stroke: Palette.navy)
    }
    let x = scale.place(own)
    svg.draw(
      .circle(
        at: Point(x, 42), radius: 8, fill: Palette.orange, stroke: Palette.ink, width: 1.5),
      .text("your school", at: Point(min(max(x, 40), 640), 16), anchor: .middle, tone: .bold),
      .line(
        Point(scale.place(averageInterval.low), 74), Point(scale.place(averageInterval.high), 74),
        colour: Palette.navy, width: 6),
      .text("schools", at: Point(0, 46), tone: .muted, size: 11),
      .text("average", at: Point(0, 78), tone: .muted, size: 11))
    svg.elements += EffectAxes.months(scale: scale, top: 88)
    return svg
  }

  private var values: ClosedRange<Double> {
    let all = others + [own, averageInterval.low, averageInterval.high]
    let low = min(all.min() ?? 0, -0.1)
    let high = max(all.max() ?? 0, 0.1)
    let room = (high - low) * 0.05
    return low - room...high + room
  }
}
