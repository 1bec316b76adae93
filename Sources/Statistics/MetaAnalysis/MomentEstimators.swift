// The estimators of τ² in closed form. The standard errors are those of metafor's `rma.uni`.

extension MetaModel {
  private var freedom: Double { Double(residualDegreesOfFreedom) }

  /// DerSimonian–Laird, (Q − (k − p))/tr P; Hunter–Schmidt, (Q − k)/Σw.
  func momentEstimate(isHunterSchmidt: Bool) throws(EstimationError) -> HeterogeneityEstimate {
    let weight: (Int) -> Double = { 1 / variances[$0] }
    let fit = try solution(weight)
    let projection = Projection(model: self, weight: weight, inverse: fit.inverse)
    let trace = projection.trace()
    let divisor = isHunterSchmidt ? fit.sumOfWeights : trace
    let expected = isHunterSchmidt ? Double(count) : freedom
    let tau2 = max(0, (fit.residualSum - expected) / divisor)
    let spread =
      2 * freedom + 4 * tau2 * trace + 2 * tau2 * tau2 * projection.traceOfProduct()
    return HeterogeneityEstimate(tau2: tau2, standardError: spread.squareRoot() / divisor)
  }

  /// The variance of the effects less the mean sampling variance.
  func hedgesEstimate() throws(EstimationError) -> HeterogeneityEstimate {
    let weight: (Int) -> Double = { _ in 1 }
    let fit = try solution(weight)
    let projection = Projection(model: self, weight: weight, inverse: fit.inverse)
    let variance: (Int) -> Double = { variances[$0] }
    let trace = projection.trace(variance)
    let tau2 = max(0, (fit.residualSum - trace) / freedom)
    let spread =
      2 * projection.traceOfProduct(variance, variance) + 4 * tau2 * trace
      + 2 * tau2 * tau2 * freedom
    return HeterogeneityEstimate(tau2: tau2, standardError: spread.squareRoot() / freedom)
  }

  /// One step from the population variance of the effects.
  func sidikJonkmanEstimate() throws(EstimationError) -> HeterogeneityEstimate {
    let start = GroupSummary(estimates).sumOfSquaredDeviations / Double(count)
    let weight: (Int) -> Double = { 1 / (variances[$0] + start) }
    let fit = try solution(weight)
    let projection = Projection(model: self, weight: weight, inverse: fit.inverse)
    let variance: (Int) -> Double = { variances[$0] }
    let tau2 = start * fit.residualSum / freedom
    let spread =
      2 * projection.traceOfProduct(variance, variance)
      + 4 * tau2 * projection.traceOfProduct(variance) + 2 * tau2 * tau2
      * projection.traceOfProduct()
    return HeterogeneityEstimate(
      tau2: tau2, standardError: start / freedom * spread.squareRoot())
  }

  /// The τ² at which Σ(y − μ)²/(v + τ²) is what it is expected to be; empirical Bayes agrees.
  func pauleMandelEstimate() throws(EstimationError) -> HeterogeneityEstimate {
    guard let tau2 = try tau2(whereResidualSumIs: freedom) else { throw .noConvergence }
    let weights = try solution(tau2: tau2).sumOfWeights
    return HeterogeneityEstimate(
      tau2: tau2, standardError: Double(count) * (2 / freedom).squareRoot() / weights)
  }

  /// The τ² at which the weighted residual sum falls to `target`; 0 when it is never above it.
  ///
  /// - Returns: nil when it stays above `target` however large τ² is.
  func tau2(whereResidualSumIs target: Double) throws(EstimationError) -> Double? {
    _ = try solution(tau2: 0)
    let excess: (Double) -> Double = { tau2 in
      ((try? solution(tau2: tau2))?.residualSum ?? .nan) - target
    }
    return rootOfFalling(excess, startingAt: scale)
  }

  /// The order of magnitude of τ²: the larger of the variance of effects and a sampling variance.
  var scale: Double {
    max(GroupSummary(estimates).variance ?? 0, variances.reduce(0, +) / Double(count))
  }
}
