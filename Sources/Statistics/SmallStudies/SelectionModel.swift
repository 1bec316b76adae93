/// The pooled effect if studies that were not significant were less likely to be seen.
package struct SelectionModelFit: Sendable, Hashable, Codable {
  /// With z.
  package let summary: CoefficientEstimate
  package let tau2: Double
  /// Nil where τ² is 0.
  package let tau2StandardError: Double?
  /// How likely a study above the threshold is to be seen, where one below it is 1.
  package let relativeWeight: Double
  package let relativeWeightStandardError: Double
  package let significantCount: Int
  package let otherCount: Int
  package let logLikelihood: Double
  /// Without selection, by maximum likelihood.
  package let plainLogLikelihood: Double
  /// Of selection: χ² on 1.
  package let ratioTest: Double
  package let ratioP: Double
}

/// The three-parameter selection model: effect, τ² and the weight of studies with a one-sided
/// p above `threshold`, in the direction of the average.
///
/// The likelihood often has several peaks, one of them at τ² = 0; the highest is kept.
/// - Throws: `tooFewObservations` below four studies; `invalid` when all studies are on one side of
///   the threshold; `noConvergence`.
/// - Source: Hedges and Vevea (1996); metafor's `selmodel(type = "stepfun")`.
package func selectionModel(
  estimates: [Double], variances: [Double], threshold: Double = 0.025, level: Double = 0.95
) throws(EstimationError) -> SelectionModelFit {
  let plain = try MetaModel(estimates: estimates, variances: variances)
  guard plain.count > 3 else { throw .tooFewObservations(needed: 4, found: plain.count) }
  guard threshold > 0, threshold < 1 else {
    throw .invalid("the threshold must lie between 0 and 1")
  }
  let average = zip(estimates, variances).reduce(0) { $0 + $1.0 / $1.1 }
  let direction = average < 0 ? -1.0 : 1
  let likelihood = SelectionLikelihood(
    estimates: estimates.map { direction * $0 }, variances: variances, threshold: threshold)
  guard likelihood.otherCount > 0, likelihood.significantCount > 0 else {
    throw .invalid("all studies lie on one side of the threshold, so nothing shows a selection")
  }
  guard let peak = likelihood.highestPeak() else { throw .noConvergence }
  let free = peak.isOnBoundary ? [0, 2] : [0, 1, 2]
  guard let errors = likelihood.standardErrors(at: peak.parameters, free: free) else {
    throw .noConvergence
  }
  let without = try modelFit(estimates: estimates, variances: variances, kind: .ML)
  let ratio = max(0, 2 * (peak.height - without.logLikelihood))
  let summary = try CoefficientEstimate(
    estimate: direction * peak.parameters[0], standardError: errors[0], degreesOfFreedom: nil,
    level: level)
  try EstimationError.check(peak.height, peak.parameters[1], peak.parameters[2], ratio)
  return SelectionModelFit(
    summary: summary, tau2: peak.parameters[1],
    tau2StandardError: peak.isOnBoundary ? nil : errors[1], relativeWeight: peak.parameters[2],
    relativeWeightStandardError: errors[errors.count - 1],
    significantCount: likelihood.significantCount, otherCount: likelihood.otherCount,
    logLikelihood: peak.height, plainLogLikelihood: without.logLikelihood, ratioTest: ratio,
    ratioP: ChiSquared.upperTail(ratio, degreesOfFreedom: 1))
}
