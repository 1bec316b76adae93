/// A difference with its standard error, test and interval.
package struct CoefficientEstimate: Sendable, Hashable, Codable {
  package let estimate: Double
  package let standardError: Double
  /// Nil for the normal distribution.
  package let degreesOfFreedom: Double?
  /// The estimate over its standard error.
  package let statistic: Double
  /// Two-sided.
  package let p: Double
  package let interval: Interval

  /// The estimate with an interval from t on `degreesOfFreedom`, or from the normal for nil.
  ///
  /// - Throws: `noVariation` when the standard error is 0, `invalid` when it is not a number.
  package init(
    estimate: Double, standardError: Double, degreesOfFreedom: Double?, level: Double
  ) throws(EstimationError) {
    let tail = try upperTail(outside: level)
    guard standardError > 0 else { throw .noVariation(of: "what is left after the adjustment") }
    let statistic = estimate / standardError
    let critical: Double
    if let degreesOfFreedom {
      critical = StudentT.upperQuantile(tail, degreesOfFreedom: degreesOfFreedom)
      p = StudentT.twoSidedP(statistic, degreesOfFreedom: degreesOfFreedom)
    } else {
      critical = Normal.upperQuantile(tail)
      p = Normal.twoSidedP(statistic)
    }
    interval = Interval(centre: estimate, halfWidth: critical * standardError)
    try EstimationError.check(estimate, standardError, statistic, p, interval.low, interval.high)
    self.estimate = estimate
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.statistic = statistic
  }
}
