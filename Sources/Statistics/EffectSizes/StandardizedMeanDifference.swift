/// The difference between the means of two groups, in standard deviations.
package struct StandardizedMeanDifference: Sendable, Hashable, Codable {
  package let intervention: GroupSummary
  package let comparison: GroupSummary
  /// Intervention minus comparison, in marks.
  package let difference: Double
  /// Within groups.
  package let pooledStandardDeviation: Double
  /// N − 2.
  package let degreesOfFreedom: Double
  package let t: Double
  /// The difference over the pooled standard deviation.
  package let d: Double
  /// J·d, J exact.
  package let g: Double
  /// ω·d, ω = 1 − 3/(4N − 9): the number that the baseline categories are defined on.
  package let approximateG: Double
  package let correction: Double
  package let approximateCorrection: Double
  /// 1/n₁ + 1/n₂ + g²/(2N), metafor's `escalc("SMD", vtype = "LS")`.
  package let variance: Double
  /// The unbiased variance, `vtype = "UB"`; may be negative in tiny samples.
  package let unbiasedVariance: Double
  /// J²·(1/n₁ + 1/n₂ + d²/(2N)), `vtype = "LS2"`.
  package let correctedVariance: Double
  /// Hedges' (1981) exact variance at δ = g; nil up to 2 degrees of freedom.
  package let exactVariance: Double?
  /// ω·√(1/n₁ + 1/n₂ + (ω·d)²/(2N)).
  package let clearinghouseStandardError: Double
  /// g ± z·√variance.
  package let interval: Interval
  /// Of the noncentrality, by inverting the noncentral t.
  package let noncentralityInterval: Interval
  package let level: Double

  package var count: Int { intervention.count + comparison.count }
  package var standardError: Double { variance.squareRoot() }
  /// 1/n₁ + 1/n₂.
  package var inverseCounts: Double {
    1 / Double(intervention.count) + 1 / Double(comparison.count)
  }
  /// Of d, by inverting the noncentral t: exact when the marks are normal.
  package var dNoncentralInterval: Interval {
    noncentralityInterval.scaled(by: inverseCounts.squareRoot())
  }
  package var gNoncentralInterval: Interval { dNoncentralInterval.scaled(by: correction) }
  /// The share of the comparison group below the mean of the intervention group, were both normal.
  package var shareBelowInterventionMean: Double { Normal.cumulative(d) }
  /// How much two such normal curves overlap.
  package var overlap: Double { 2 * Normal.cumulative(-abs(d) / 2) }
  /// The chance that a pupil of the intervention group is above one of the comparison group.
  package var probabilityOfSuperiority: Double { Normal.cumulative(d / 2.0.squareRoot()) }
}

/// The standardised difference between two groups of values.
///
/// - Throws: `noComparison` for an empty group; `tooFewObservations` below four values in all, where
///   the small-sample correction does not exist; `noVariation` when the pooled spread is 0.
/// - Source: Hedges (1981); metafor's `escalc`.
package func standardizedMeanDifference(
  intervention: [Double], comparison: [Double], level: Double = 0.95
) throws(EstimationError) -> StandardizedMeanDifference {
  try EstimationError.check(observations: intervention + comparison)
  return try standardizedMeanDifference(
    intervention: GroupSummary(intervention), comparison: GroupSummary(comparison), level: level)
}

/// The same from the summaries of the two groups.
package func standardizedMeanDifference(
  intervention: GroupSummary, comparison: GroupSummary, level: Double = 0.95
) throws(EstimationError) -> StandardizedMeanDifference {
  let tail = try upperTail(outside: level)
  guard intervention.count > 0, comparison.count > 0 else { throw .noComparison }
  let total = Double(intervention.count + comparison.count)
  guard total > 3 else { throw .tooFewObservations(needed: 4, found: Int(total)) }
  let spread = try pooledStandardDeviation([intervention, comparison])
  if isNegligible(spread, besideMagnitude: max(abs(intervention.mean), abs(comparison.mean))) {
    throw .noVariation(of: "the marks")
  }
  let freedom = total - 2
  let exact = hedgesCorrection(degreesOfFreedom: freedom)
  let omega = approximateHedgesCorrection(degreesOfFreedom: freedom)
  let inverseCounts = 1 / Double(intervention.count) + 1 / Double(comparison.count)
  let difference = intervention.mean - comparison.mean
  let d = difference / spread
  let g = exact * d
  let variance = inverseCounts + g * g / (2 * total)
  let t = d / inverseCounts.squareRoot()
  let exactVariance =
    exact * exact * freedom / (freedom - 2) * inverseCounts * (1 + g * g / inverseCounts) - g * g
  try EstimationError.check(d, g, variance, t)
  return StandardizedMeanDifference(
    intervention: intervention, comparison: comparison, difference: difference,
    pooledStandardDeviation: spread, degreesOfFreedom: freedom, t: t, d: d, g: g,
    approximateG: omega * d, correction: exact, approximateCorrection: omega, variance: variance,
    unbiasedVariance: inverseCounts + (1 - (freedom - 2) / (freedom * exact * exact)) * g * g,
    correctedVariance: exact * exact * (inverseCounts + d * d / (2 * total)),
    exactVariance: freedom > 2 ? exactVariance : nil,
    clearinghouseStandardError: omega
      * (inverseCounts + omega * omega * d * d / (2 * total)).squareRoot(),
    interval: Interval(
      centre: g, halfWidth: Normal.upperQuantile(tail) * variance.squareRoot()),
    noncentralityInterval: try NoncentralT.interval(t, degreesOfFreedom: freedom, level: level),
    level: level)
}
