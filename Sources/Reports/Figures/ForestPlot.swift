import Foundation
import Statistics

/// The drawings of a forest table: one small one for each row, all on the same scale.
///
/// A table of rows goes over as many pages as it needs, repeats its axis on each, never overlaps
/// its own text, and is read aloud as a table.
struct ForestPlot {
  /// In standard deviations.
  var values: ClosedRange<Double>
  /// The average, drawn as a dotted line through every row; nil where there is none.
  var average: Double?

  static let width = 280.0
  static let rowHeight = 20.0
  private let room = 10.0

  /// A scale that shows every estimate and nearly all of every interval.
  ///
  /// A few very wide intervals would press all others into the middle: ends far out are clipped,
  /// and get an arrowhead.
  init(intervals: [Interval], estimates: [Double], average: Double?) {
    let ends = intervals.flatMap { [$0.low, $0.high] }
    let low = min(quantile(0.04, of: ends), estimates.min() ?? 0, -0.1)
    let high = max(quantile(0.96, of: ends), estimates.max() ?? 0, 0.1)
    let margin = (high - low) * 0.04
    values = low - margin...high + margin
    self.average = average
  }

  private var scale: Scale { Scale(values, from: room, to: Self.width - room) }

  /// The axis, for the head of the table.
  var axis: SVG {
    var svg = SVG(width: Self.width, height: 24)
    let digits = max(1, scale.tickDigits(about: 5))
    for value in scale.ticks(about: 5) {
      let x = scale.place(value)
      svg.draw(
        .line(Point(x, 18), Point(x, 24), colour: Palette.muted),
        .text(
          NumberStyle.signed(value, digits: digits), at: Point(x, 13), anchor: .middle,
          tone: .muted, size: 11))
    }
    return svg
  }

  /// A study: a square whose area goes with its weight, on its interval.
  ///
  /// The weight is a share of the heaviest, 0 to 1; a hollow square is a study whose groups were
  /// not formed by chance.
  func study(estimate: Double, interval: Interval, weight: Double, isFilled: Bool) -> SVG {
    let middle = Self.rowHeight / 2
    let side = max(3.5, 13 * max(0, weight).squareRoot())
    var svg = background
    svg.elements += whisker(interval)
    svg.draw(
      .rectangle(
        at: Point(scale.clamped(estimate) - side / 2, middle - side / 2), width: side,
        height: side, fill: isFilled ? Palette.navy : Palette.white, stroke: Palette.navy))
    return svg
  }

  /// An average: a diamond as wide as its interval.
  func diamond(estimate: Double, interval: Interval) -> SVG {
    let middle = Self.rowHeight / 2
    var svg = background
    svg.draw(
      .polygon(
        [
          Point(scale.clamped(interval.low), middle), Point(scale.clamped(estimate), middle - 7),
          Point(scale.clamped(interval.high), middle),
          Point(scale.clamped(estimate), middle + 7),
        ], fill: Palette.navy))
    return svg
  }

  /// The range of a next school: a bar.
  func prediction(_ interval: Interval) -> SVG {
    let middle = Self.rowHeight / 2
    var svg = background
    svg.draw(
      .line(
        Point(scale.clamped(interval.low), middle), Point(scale.clamped(interval.high), middle),
        colour: Palette.orange, width: 6))
    return svg
  }

  private var background: SVG {
    var svg = SVG(width: Self.width, height: Self.rowHeight)
    let zero = scale.place(0)
    svg.draw(.line(Point(zero, 0), Point(zero, Self.rowHeight), width: 1.2))
    if let average {
      let x = scale.place(average)
      svg.draw(
        .line(
          Point(x, 0), Point(x, Self.rowHeight), colour: Palette.muted, width: 1, dashes: "2 3"))
    }
    return svg
  }

  private func whisker(_ interval: Interval) -> [SVGElement] {
    let middle = Self.rowHeight / 2
    let left = scale.clamped(interval.low)
    let right = scale.clamped(interval.high)
    var elements = [SVGElement.line(Point(left, middle), Point(right, middle), width: 1.2)]
    if interval.low < values.lowerBound { elements.append(arrowhead(at: left - 6, towards: left)) }
    if interval.high > values.upperBound {
      elements.append(arrowhead(at: right + 6, towards: right))
    }
    return elements
  }

  private func arrowhead(at tip: Double, towards base: Double) -> SVGElement {
    let middle = Self.rowHeight / 2
    return .polygon(
      [Point(tip, middle), Point(base, middle - 3.5), Point(base, middle + 3.5)],
      fill: Palette.ink)
  }
}
