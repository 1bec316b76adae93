/// Which variance an effect is pooled with.
package enum PoolingVariance: String, Sendable, Hashable, CaseIterable {
  /// One residual-variance ratio and one effect for all schools of a programme and test.
  case pooled
  /// Each school's own.
  case own
}

/// What the schools of one programme and test say together about the variance of their effects.
///
/// With 8 to 30 pupils an arm, each school's own variance goes together with its effect, which
/// biases the average and makes its interval too short; the pooled one does not.
///
/// - Source: analysis plan §3.1; see `docs/methods.md`.
struct SharedVariance {
  /// φ̄, the mean residual-variance ratio, weighted by degrees of freedom.
  let ratio: Double
  /// ḡ, the mean effect, weighted by ñ.
  let effect: Double

  /// Nil where no effect says how precise it is.
  init?(of effects: [EvidenceEffect]) {
    var ratios = (sum: 0.0, weight: 0.0)
    var estimates = (sum: 0.0, weight: 0.0)
    for effect in effects {
      guard let g = effect.g, let ratio = effect.residualRatio else { continue }
      let size = effect.effectiveSize
      let degrees = Double(effect.intervention + effect.comparison - 3)
      ratios.sum += degrees * ratio
      ratios.weight += degrees
      estimates.sum += size * g
      estimates.weight += size
    }
    guard ratios.weight > 0, estimates.weight > 0 else { return nil }
    ratio = ratios.sum / ratios.weight
    effect = estimates.sum / estimates.weight
  }

  /// v = φ̄·(1/n₁ + 1/n₂)·η + ḡ²/(2h).
  func variance(of effect: EvidenceEffect) -> Double {
    let pupils = effect.intervention + effect.comparison
    let degrees =
      effect.clusterDegreesOfFreedom > 0 ? effect.clusterDegreesOfFreedom : Double(pupils - 2)
    return ratio / effect.effectiveSize * effect.clusterInflation
      + self.effect * self.effect / (2 * degrees)
  }
}

extension EvidenceEffect {
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
  fileprivate var effectiveSize: Double {
    let treated = Double(intervention)
    let compared = Double(comparison)
    return treated * compared / (treated + compared)
  }
}
