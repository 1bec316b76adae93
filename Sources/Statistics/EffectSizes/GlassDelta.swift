/// The difference between two means in standard deviations of the comparison group.
package struct GlassDelta: Sendable, Hashable, Codable {
  package let comparisonStandardDeviation: Double
  /// The difference over the comparison group's standard deviation.
  package let delta: Double
  /// n₂ − 1.
  package let degreesOfFreedom: Double
  /// J, exact.
  package let correction: Double
  /// J·delta.
  package let corrected: Double
  /// 1/n₁ + 1/n₂ + corrected²/(2n₂), metafor's `escalc("SMD1")`.
  package let variance: Double
  package let p: Double
  /// corrected ± z·√variance.
  package let interval: Interval

  package var standardError: Double { variance.squareRoot() }
}

/// Glass's Δ of the intervention over the comparison group.
///
/// - Throws: `noComparison` for an empty group; `tooFewObservations` below three in the comparison
///   group, where J does not exist; `noVariation` when that group does not vary.
package func glassDelta(
  intervention: [Double], comparison: [Double], level: Double = 0.95
) throws(EstimationError) -> GlassDelta {
  try EstimationError.check(observations: intervention + comparison)
  guard !intervention.isEmpty, !comparison.isEmpty else { throw .noComparison }
  let (first, second) = (GroupSummary(intervention), GroupSummary(comparison))
  guard second.count > 2 else { throw .tooFewObservations(needed: 3, found: second.count) }
  let spread = second.standardDeviation ?? 0
  if isNegligible(spread, besideMagnitude: second.mean) {
    throw .noVariation(of: "the marks of the comparison group")
  }
  let freedom = Double(second.count - 1)
  let correction = hedgesCorrection(degreesOfFreedom: freedom)
  let delta = (first.mean - second.mean) / spread
  let corrected = correction * delta
  let variance =
    1 / Double(first.count) + 1 / Double(second.count) + corrected * corrected
    / (2 * Double(second.count))
  let test = try CoefficientEstimate(
    estimate: corrected, standardError: variance.squareRoot(), degreesOfFreedom: nil,
    level: level)
  return GlassDelta(
    comparisonStandardDeviation: spread, delta: delta, degreesOfFreedom: freedom,
    correction: correction, corrected: corrected, variance: variance, p: test.p,
    interval: test.interval)
}
