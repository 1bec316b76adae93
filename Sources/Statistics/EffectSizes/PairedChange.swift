/// How far one group moved from before to after, or one member of each pair lies above the other.
package struct PairedEstimate: Sendable, Hashable, Codable {
  package let before: GroupSummary
  package let after: GroupSummary
  /// Pearson's; nil below three pairs or without spread on a side.
  package let correlation: Double?
  /// The mean of after − before, in marks, with a t interval on n − 1.
  package let change: CoefficientEstimate
  /// Of the differences.
  package let standardDeviation: Double
  /// J, exact, with n − 1 degrees of freedom; nil for two pairs, where it does not exist.
  package let correction: Double?
  /// The mean change over the standard deviation of the changes.
  package let dz: Double
  /// Of the noncentrality of t; divided by √n it is the interval of `dz`.
  package let dzInterval: Interval
  package let level: Double

  package var count: Int { before.count }
  /// The mean change over the average of the two standard deviations; nil without spread.
  package var averageD: Double? {
    ratio(to: ((before.standardDeviation ?? 0) + (after.standardDeviation ?? 0)) / 2)
  }
  /// The mean change over the root mean square of the two standard deviations.
  package var rootMeanSquareD: Double? {
    ratio(to: (((before.variance ?? 0) + (after.variance ?? 0)) / 2).squareRoot())
  }
  /// dz·√(2(1 − r)); nil without a correlation.
  package var repeatedMeasuresD: Double? { correlation.map { dz * (2 * (1 - $0)).squareRoot() } }
  /// The mean change over the standard deviation before.
  package var beforeD: Double? { ratio(to: before.standardDeviation ?? 0) }

  /// J·`beforeD` with its variance 2(1 − r)/n + g²/(2n), metafor's `escalc("SMCR")`.
  package var rawScoreEffect: (g: Double, variance: Double)? {
    guard let correction, let correlation, let beforeD else { return nil }
    let g = correction * beforeD
    let n = Double(count)
    return (g, 2 * (1 - correlation) / n + g * g / (2 * n))
  }
  /// J·`dz` with its variance 1/n + g²/(2n), metafor's `escalc("SMCC")`.
  package var changeScoreEffect: (g: Double, variance: Double)? {
    guard let correction else { return nil }
    let g = correction * dz
    let n = Double(count)
    return (g, 1 / n + g * g / (2 * n))
  }

  private func ratio(to spread: Double) -> Double? {
    isNegligible(spread, besideMagnitude: before.mean) ? nil : change.estimate / spread
  }
}

/// The change from before to after in pairs of values.
///
/// Called a gain, never the effect of a programme: nothing shows what would have happened anyway.
/// - Throws: `tooFewObservations` below two pairs; `noVariation` when everyone changed by the same.
package func pairedChange(
  before: [Double], after: [Double], level: Double = 0.95
) throws(EstimationError) -> PairedEstimate {
  guard before.count == after.count else { throw .invalid("the two lists differ in length") }
  try EstimationError.check(observations: before + after)
  let differences = zip(after, before).map { $0 - $1 }
  guard differences.count > 1 else {
    throw .tooFewObservations(needed: 2, found: differences.count)
  }
  let summary = GroupSummary(differences)
  let spread = summary.standardDeviation ?? 0
  let magnitude = max(abs(mean(before)), abs(mean(after)))
  if isNegligible(spread, besideMagnitude: magnitude) { throw .noVariation(of: "the changes") }
  let count = Double(summary.count)
  let freedom = count - 1
  let change = try CoefficientEstimate(
    estimate: summary.mean, standardError: spread / count.squareRoot(),
    degreesOfFreedom: freedom, level: level)
  let limits = try NoncentralT.interval(
    change.statistic, degreesOfFreedom: freedom, level: level)
  return PairedEstimate(
    before: GroupSummary(before), after: GroupSummary(after),
    correlation: try? Statistics.correlation(before, after), change: change,
    standardDeviation: spread,
    correction: freedom > 1 ? hedgesCorrection(degreesOfFreedom: freedom) : nil,
    dz: summary.mean / spread, dzInterval: limits.scaled(by: 1 / count.squareRoot()), level: level)
}
