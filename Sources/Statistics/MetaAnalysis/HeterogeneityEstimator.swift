/// How the variance of the true effects between studies, τ², is estimated.
package enum HeterogeneityEstimator: String, CaseIterable, Sendable, Codable {
  /// None: one common effect.
  case FE
  /// DerSimonian–Laird.
  case DL
  /// Hedges (variance component).
  case HE
  /// Hunter–Schmidt.
  case HS
  /// Sidik–Jonkman.
  case SJ
  /// Maximum likelihood.
  case ML
  /// Restricted maximum likelihood.
  case REML
  /// Empirical Bayes.
  case EB
  /// Paule–Mandel.
  case PM
}

/// How the uncertainty of a pooled effect is found.
package enum SummaryTest: String, CaseIterable, Sendable, Codable {
  /// Knapp–Hartung: the spread of the effects themselves, t with k − 1 degrees of freedom.
  case knha
  /// The normal distribution.
  case z
}

/// A variance of the true effects, with its own standard error.
struct HeterogeneityEstimate {
  let tau2: Double
  /// Nil where there is none: common effect, as many coefficients as studies, or variances so
  /// different that it drowns in their rounding.
  let standardError: Double?

  init(tau2: Double, standardError: Double?) {
    self.tau2 = tau2
    self.standardError = standardError.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension MetaModel {
  /// τ² by `estimator`, never below 0; 0 when there are no degrees of freedom.
  func heterogeneity(
    _ estimator: HeterogeneityEstimator, near hint: Double? = nil
  ) throws(EstimationError) -> HeterogeneityEstimate {
    guard estimator != .FE, residualDegreesOfFreedom > 0 else {
      return HeterogeneityEstimate(tau2: 0, standardError: nil)
    }
    switch estimator {
    case .FE, .DL: return try momentEstimate(isHunterSchmidt: false)
    case .HS: return try momentEstimate(isHunterSchmidt: true)
    case .HE: return try hedgesEstimate()
    case .SJ: return try sidikJonkmanEstimate()
    case .ML, .REML: return try likelihoodEstimate(estimator, near: hint)
    case .EB, .PM: return try pauleMandelEstimate()
    }
  }
}
