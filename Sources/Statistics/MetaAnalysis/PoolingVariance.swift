/// What one study gives to the variances that are pooled with.
package struct PoolingStudy: Sendable, Hashable {
  package let interventionCount: Int
  package let comparisonCount: Int
  package let g: Double
  /// (SE_b/S)².
  package let regressionVariance: Double
  /// Of the regression.
  package let degreesOfFreedom: Double
  package let correction: ClusterCorrection

  package init(
    interventionCount: Int, comparisonCount: Int, g: Double, regressionVariance: Double,
    degreesOfFreedom: Double, correction: ClusterCorrection? = nil
  ) {
    self.interventionCount = interventionCount
    self.comparisonCount = comparisonCount
    self.g = g
    self.regressionVariance = regressionVariance
    self.degreesOfFreedom = degreesOfFreedom
    self.correction = correction ?? .none(total: interventionCount + comparisonCount)
  }

  /// 1/n_t + 1/n_c.
  var inverseCounts: Double { 1 / Double(interventionCount) + 1 / Double(comparisonCount) }
}

/// Sampling variances for pooling, from all studies of one programme and test together.
///
/// A small school's own variance goes with its own estimate and drags the average. So the ratio
/// φ = (SE_b/S)²/(1/n_t + 1/n_c) is averaged by degrees of freedom and g by ñ = n_t·n_c/(n_t + n_c),
/// and v = φ̄·(1/n_t + 1/n_c)·η + ḡ²/(2h).
/// - Returns: the variances in the order of the studies, with φ̄ and ḡ.
/// - Throws: `tooFewObservations` for no studies; `noComparison` for an empty arm; `invalid`.
package func poolingVariances(
  _ studies: [PoolingStudy]
) throws(EstimationError) -> (variances: [Double], ratio: Double, effect: Double) {
  guard !studies.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
  guard studies.allSatisfy({ $0.interventionCount > 0 && $0.comparisonCount > 0 }) else {
    throw .noComparison
  }
  guard studies.allSatisfy({ $0.degreesOfFreedom > 0 && $0.regressionVariance > 0 }) else {
    throw .invalid("every study needs a variance and degrees of freedom above zero")
  }
  let freedom = studies.reduce(0) { $0 + $1.degreesOfFreedom }
  let ratio =
    studies.reduce(0) { $0 + $1.degreesOfFreedom * $1.regressionVariance / $1.inverseCounts }
    / freedom
  let weights = studies.map { 1 / $0.inverseCounts }
  let effect =
    zip(weights, studies).reduce(0) { $0 + $1.0 * $1.1.g } / weights.reduce(0, +)
  let variances = studies.map {
    ratio * $0.inverseCounts * $0.correction.eta + effect * effect
      / (2 * $0.correction.degreesOfFreedom)
  }
  guard variances.allSatisfy({ $0.isFinite && $0 > 0 }) else {
    throw .invalid("the numbers are too large or too small to calculate with")
  }
  return (variances, ratio, effect)
}
