import Evidence

/// The studies by size: effects against their standard errors, over bands of chance.
///
/// The bands are centred on zero: an empty corner outside of them is where studies that found
/// nothing would be missing. Under ten studies the picture misleads, and is not drawn.
struct ContourFunnel {
  var studies: [PooledStudy]
  var average: Double

  /// Fewer studies than this get a sentence in place of the picture.
  static let fewestStudies = 10

  private let left = 84.0
  private let right = 660.0
  private let top = 24.0
  private let bottom = 226.0

  var svg: SVG {
    var svg = SVG(width: 680, height: 268)
    svg.elements += contours + axes
    let x = effects.place(average)
    svg.draw(
      .line(Point(x, top), Point(x, bottom), colour: Palette.ink, width: 1.2, dashes: "5 4"))
    svg.elements += places.map { place in
      .circle(
        at: place, radius: studies.count > 300 ? 2.5 : 4.5, fill: Palette.navy,
        stroke: studies.count > 300 ? "" : Palette.white, width: 1.2)
    }
    return svg
  }

  /// Where studies lie; with thousands of them, one dot for all that would lie on each other.
  private var places: [Point] {
    let (effects, errors) = (effects, errors)
    let places = studies.map { study in
      Point(effects.clamped(study.estimate), errors.place(error(of: study)))
    }
    guard places.count > 1000 else { return places }
    let rounded = places.map { Point(($0.x / 4).rounded() * 4, ($0.y / 4).rounded() * 4) }
    return Set(rounded).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  private func error(of study: PooledStudy) -> Double { max(0, study.variance).squareRoot() }

  private var errors: Scale {
    let largest = studies.map(error).max() ?? 1
    return Scale(0...max(largest * 1.05, 0.05), from: top, to: bottom)
  }

  private var effects: Scale {
    let widest = 2.2 * errors.values.upperBound
    let estimates = studies.map(\.estimate)
    let low = min(estimates.min() ?? 0, -widest)
    let high = max(estimates.max() ?? 0, widest)
    return Scale(low * 1.05...high * 1.05, from: left, to: right)
  }

  /// From the widest band to the narrowest, so that each covers the middle of the one before.
  private var contours: [SVGElement] {
    let bands = [
      (2.575829, Palette.paleBlue), (1.959964, Palette.paleGrey), (1.644854, Palette.white),
    ]
    let deepest = errors.values.upperBound
    return [
      .rectangle(
        at: Point(left, top), width: right - left, height: bottom - top, fill: Palette.midBlue)
    ]
      + bands.map { quantile, fill in
        .polygon(
          [
            Point(effects.place(0), top), Point(effects.clamped(quantile * deepest), bottom),
            Point(effects.clamped(-quantile * deepest), bottom),
          ], fill: fill)
      }
  }

  private var axes: [SVGElement] {
    let digits = max(1, effects.tickDigits(about: 7))
    let ticks = effects.ticks(about: 7).flatMap { value -> [SVGElement] in
      [
        .line(
          Point(effects.place(value), bottom), Point(effects.place(value), bottom + 5),
          colour: Palette.muted),
        .text(
          NumberStyle.signed(value, digits: digits), at: Point(effects.place(value), bottom + 18),
          anchor: .middle, tone: .muted),
      ]
    }
    let errorTicks = errors.ticks(about: 4).map { value in
      SVGElement.text(
        NumberStyle.decimal(value, digits: max(1, errors.tickDigits(about: 4))),
        at: Point(left - 8, errors.place(value) + 4), anchor: .end, tone: .muted)
    }
    return ticks + errorTicks + [
      .text("larger studies", at: Point(left, top - 10), tone: .muted),
      .text(
        "smaller studies (standard error down the side)", at: Point(left, bottom + 37),
        tone: .muted),
      .text("effect size", at: Point(right, bottom + 37), anchor: .end, tone: .muted),
    ]
  }
}
