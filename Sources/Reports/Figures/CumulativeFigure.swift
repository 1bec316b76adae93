import Evidence
import Statistics

/// The average after each study, with its range, and the range that may be looked at after every
/// one where there is one.
struct CumulativeFigure {
  var steps: [CumulativeStep]

  private let left = 62.0
  private let right = 600.0
  private let top = 14.0
  private let bottom = 232.0

  var svg: SVG {
    var svg = SVG(width: 680, height: 272)
    svg.elements += grid + bands + [averageLine] + points + legend
    return svg
  }

  private var counts: Scale {
    let first = Double(steps.first?.count ?? 1)
    let last = Double(steps.last?.count ?? 1)
    return Scale(first...max(last, first + 1), from: left, to: right)
  }

  /// Wide enough for every average and for the ranges once they have settled; the first ranges,
  /// of one or two studies, may run out of the picture.
  private var effects: Scale {
    let settled = steps.suffix(max(2, steps.count * 2 / 3))
    let ranges = settled.flatMap { [$0.interval, $0.anytime ?? $0.interval] }
    let averages = steps.map(\.estimate)
    let low = min(ranges.map(\.low).min() ?? 0, averages.min() ?? 0, -0.1)
    let high = max(ranges.map(\.high).max() ?? 0, averages.max() ?? 0, 0.1)
    let room = (high - low) * 0.05
    return Scale(max(low - room, -2)...min(high + room, 2), from: bottom, to: top)
  }

  private var grid: [SVGElement] {
    let digits = max(1, effects.tickDigits(about: 5))
    let horizontal = effects.ticks(about: 5).flatMap { value -> [SVGElement] in
      let y = effects.place(value)
      return [
        .line(Point(left, y), Point(right, y), colour: Palette.line, opacity: "0.6"),
        .text(
          NumberStyle.signed(value, digits: digits), at: Point(left - 8, y + 4), anchor: .end,
          tone: .muted),
      ]
    }
    let vertical = counts.ticks(about: 8).filter { $0 == $0.rounded() }.map { count in
      SVGElement.text(
        NumberStyle.shortest(count), at: Point(counts.place(count), bottom + 17),
        anchor: .middle, tone: .muted)
    }
    let zero = effects.place(0)
    return horizontal + vertical + [
      .line(Point(left, zero), Point(right, zero), width: 1.5),
      .text(
        "schools so far, in the order of their second test",
        at: Point((left + right) / 2, bottom + 35), anchor: .middle, tone: .muted),
    ]
  }

  private var bands: [SVGElement] {
    let anytime = steps.filter { $0.anytime != nil }
    return band(anytime) { $0.anytime ?? $0.interval }.map { outline in
      [
        SVGElement.polygon(outline, fill: Palette.paleGrey),
        .polyline(outline, colour: Palette.muted, width: 1, dashes: "4 3"),
      ]
    }.joined() + band(steps, range: \.interval).map { .polygon($0, fill: Palette.paleBlue) }
  }

  /// The outline of a band: along its upper ends, and back along its lower ones.
  private func band(
    _ steps: [CumulativeStep], range: (CumulativeStep) -> Interval
  ) -> [[Point]] {
    guard steps.count > 1 else { return [] }
    func points(_ end: (Interval) -> Double) -> [Point] {
      steps.map {
        Point(counts.place(Double($0.count)), effects.clamped(end(range($0))))
      }
    }
    return [points(\.high) + points(\.low).reversed()]
  }

  private var averageLine: SVGElement {
    .polyline(
      steps.map { Point(counts.place(Double($0.count)), effects.place($0.estimate)) },
      colour: Palette.navy, width: 2)
  }

  private var points: [SVGElement] {
    let radius = steps.count > 60 ? 1.6 : 3.2
    return steps.map { step in
      .circle(
        at: Point(counts.place(Double(step.count)), effects.place(step.estimate)),
        radius: radius, fill: Palette.navy)
    }
  }

  private var legend: [SVGElement] {
    guard let last = steps.last else { return [] }
    let x = right + 8
    let y = effects.place(last.estimate)
    return [
      .text("average", at: Point(x, y - 2), tone: .bold),
      .text(NumberStyle.signed(last.estimate, digits: 2), at: Point(x, y + 12), tone: .bold),
    ]
  }
}
