import Foundation
import Statistics

/// An estimate with how well each value fits: a half-eye over months and effect sizes.
///
/// A bare bar makes readers believe that every value in it fits equally well and none outside it
/// fits at all; the curve shows that it does not end at a cliff.
struct EffectFigure {
  /// In standard deviations.
  var estimate: Double
  /// At 95 percent.
  var interval: Interval
  /// The label over the dot: `about 4 months more`.
  var label: String
  /// Who is ahead to the left and to the right of zero: `comparison pupils ahead`.
  var leftWords: String
  var rightWords: String
  /// Effects smaller than this do not matter.
  var smallestThatMatters = 0.05
  /// Where the effect of a next school may lie; drawn as a bar of its own.
  var prediction: Interval?

  static let width = 680.0
  private let base = 104.0

  var svg: SVG {
    var svg = SVG(width: Self.width, height: prediction == nil ? 172 : 196)
    let scale = Scale(values, from: 118, to: 662)
    svg.elements += zero(scale) + halfEye(scale) + [bestEstimate(scale)]
    svg.elements += directions(scale)
    if let prediction { svg.elements += bar(prediction, scale: scale) }
    svg.elements += EffectAxes.elements(scale: scale, top: axisTop)
    return svg
  }

  private var axisTop: Double { base + (prediction == nil ? 16 : 40) }

  /// Everything drawn, a little room, and always both sides of zero.
  private var values: ClosedRange<Double> {
    let lows = [tail(-3), prediction?.low ?? 0, -0.25]
    let highs = [tail(3), prediction?.high ?? 0, 0.25]
    let low = lows.min() ?? -0.25
    let high = highs.max() ?? 0.25
    let room = (high - low) * 0.03
    return low - room...high + room
  }

  /// The value this many standard deviations of the estimate away; each side has its own.
  private func tail(_ deviations: Double) -> Double {
    let end = deviations < 0 ? interval.low : interval.high
    return estimate + (end - estimate) * abs(deviations) / 1.959964
  }

  private func zero(_ scale: Scale) -> [SVGElement] {
    let left = scale.place(-smallestThatMatters)
    let right = scale.place(smallestThatMatters)
    return [
      .rectangle(
        at: Point(left, 28), width: right - left, height: axisTop - 28, fill: Palette.paleGrey),
      .line(Point(scale.place(0), 24), Point(scale.place(0), axisTop), width: 1.5),
    ]
  }

  private func halfEye(_ scale: Scale) -> [SVGElement] {
    let curve = stride(from: -3.0, through: 3.0, by: 0.1).map { deviations in
      Point(scale.place(tail(deviations)), base - 44 * exp(-deviations * deviations / 2))
    }
    func bar(_ deviations: Double, width: Double) -> SVGElement {
      .line(
        Point(scale.place(tail(-deviations)), base), Point(scale.place(tail(deviations)), base),
        colour: Palette.navy, width: width)
    }
    return [
      .polygon(curve, fill: Palette.paleBlue, opacity: "0.85"),
      .polyline(curve, colour: Palette.navy, width: 1.5), bar(1.959964, width: 3),
      bar(0.954165, width: 8),
      .circle(
        at: Point(scale.place(estimate), base), radius: 9, fill: Palette.navy,
        stroke: Palette.white, width: 2),
    ]
  }

  private func bestEstimate(_ scale: Scale) -> SVGElement {
    let half = estimatedWidth(of: label) / 2 + 4
    let x = min(max(scale.place(estimate), half), Self.width - half)
    return .text(label, at: Point(x, 50), anchor: .middle, tone: .bold)
  }

  private func directions(_ scale: Scale) -> [SVGElement] {
    let zero = scale.place(0)
    let fits =
      estimatedWidth(of: leftWords) + 40 < zero
      && estimatedWidth(of: rightWords) + 40 < Self.width - zero
    let left = fits ? leftWords : "less progress"
    let right = fits ? rightWords : "more progress"
    return SVGElement.arrow(from: Point(zero - 8, 12), to: Point(zero - 28, 12))
      + SVGElement.arrow(from: Point(zero + 8, 12), to: Point(zero + 28, 12)) + [
        .text(left, at: Point(zero - 34, 16), anchor: .end, tone: .muted),
        .text(right, at: Point(zero + 34, 16), tone: .muted),
      ]
  }

  private func bar(_ interval: Interval, scale: Scale) -> [SVGElement] {
    let y = base + 24
    return [
      .line(
        Point(scale.place(interval.low), y), Point(scale.place(interval.high), y),
        colour: Palette.orange, width: 6),
      .text("next school", at: Point(0, y + 4), tone: .muted, size: 11),
    ]
  }
}
