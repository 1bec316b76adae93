import Statistics

/// Which variance an effect is pooled with.
package enum PoolingVariance: String, Sendable, Hashable, CaseIterable {
  /// One residual-variance ratio and one effect for all schools of a programme and test.
  case pooled
  /// Each school's own.
  case own
}

extension EvidenceEffect {
  /// The effect as the shared variance sees it; nil where none could be estimated.
  ///
  /// γ, which has shrunk g already, does not enter the variance again.
  var toPool: PoolingStudy? {
    guard let g, let ratio = residualRatio, ratio > 0 else { return nil }
    let (treated, compared) = estimated
    let total = treated + compared
    return PoolingStudy(
      interventionCount: treated, comparisonCount: compared, g: g,
      regressionVariance: ratio / effectiveSize, degreesOfFreedom: Double(total - 3),
      correction: ClusterCorrection(
        gamma: 1,
        eta: clusterInflation,
        degreesOfFreedom: clusterDegreesOfFreedom > 0
          ? clusterDegreesOfFreedom : Double(total - 2)))
  }

  /// φ, the share of the variance of the after-marks that the before-marks leave.
  ///
  /// Nil where no effect could be estimated.
  var residualRatio: Double? {
    guard let spread = pooledStandardDeviation, spread > 0, let error = differenceStandardError
    else { return nil }
    let standardized = error / spread
    return standardized * standardized * effectiveSize
  }

  /// ñ = n₁n₂/(n₁ + n₂).
  private var effectiveSize: Double {
    let (treated, compared) = estimated
    return Double(treated * compared) / Double(treated + compared)
  }

  /// The pupils from whom the effect was estimated: within pairs, those whose partner is there too.
  ///
  /// Without clusters the degrees of freedom of g are two fewer than these pupils.
  private var estimated: (treated: Int, compared: Int) {
    let total = Int(clusterDegreesOfFreedom.rounded()) + 2
    guard clusterInflation == 1, total > 2, total < intervention + comparison else {
      return (intervention, comparison)
    }
    return (total / 2, total - total / 2)
  }
}
