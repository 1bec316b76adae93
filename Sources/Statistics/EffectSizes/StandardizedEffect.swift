/// A difference in marks turned into standard deviations, with the small-sample correction.
///
/// `g = J·b/S`, J exact with N − 2 degrees of freedom.
package struct StandardizedEffect: Sendable, Hashable, Codable {
  package let d: Double
  package let g: Double
  package let correction: Double
  /// ω·√((SE_b/S)² + (ω·d)²/(2N)), ω = 1 − 3/(4N − 9).
  package let standardError: Double
  /// J times the interval of the difference over S.
  package let interval: Interval

  /// `standardDeviation` is S, in the unit of the difference; `total` is N, over both arms.
  ///
  /// - Throws: `tooFewObservations` for N below 4, where J does not exist; `noVariation` for S of 0.
  package init(
    difference: CoefficientEstimate, standardDeviation: Double, total: Double
  ) throws(EstimationError) {
    guard total > 3 else { throw .tooFewObservations(needed: 4, found: Int(total)) }
    guard standardDeviation > 0 else { throw .noVariation(of: "the marks") }
    let freedom = total - 2
    let exact = hedgesCorrection(degreesOfFreedom: freedom)
    let approximate = approximateHedgesCorrection(degreesOfFreedom: freedom)
    d = difference.estimate / standardDeviation
    correction = exact
    g = exact * d
    let regression = difference.standardError / standardDeviation
    let squared = regression * regression + approximate * approximate * d * d / (2 * total)
    standardError = approximate * squared.squareRoot()
    interval = difference.interval.scaled(by: exact / standardDeviation)
    try EstimationError.check(d, g, standardError, interval.low, interval.high)
  }
}
