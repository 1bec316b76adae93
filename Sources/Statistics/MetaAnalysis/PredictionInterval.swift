extension RandomEffectsFit {
  /// Where the effect of one more such study would lie, by t on `degreesOfFreedom`, or by the
  /// normal distribution for nil.
  ///
  /// k − 1 is this program's custom; k − 2 is that of Higgins, Thompson and Spiegelhalter (2009).
  /// - Throws: `tooFewObservations` without degrees of freedom.
  package func predictionInterval(
    degreesOfFreedom: Double?
  ) throws(EstimationError) -> Interval {
    let tail = try upperTail(outside: level)
    if let degreesOfFreedom, degreesOfFreedom <= 0 {
      throw .tooFewObservations(needed: count + 1, found: count)
    }
    let critical =
      degreesOfFreedom.map { StudentT.upperQuantile(tail, degreesOfFreedom: $0) }
      ?? Normal.upperQuantile(tail)
    let squared = tau2 + standardError * standardError
    let interval = Interval(centre: estimate, halfWidth: critical * squared.squareRoot())
    try EstimationError.check(interval.low, interval.high)
    return interval
  }
}

/// How well a random-effects model fits, for comparing models.
package struct ModelFit: Sendable, Hashable, Codable {
  package let logLikelihood: Double
  package let deviance: Double
  package let aic: Double
  package let bic: Double
  package let aicc: Double
}

/// The likelihood at its highest point, with metafor's constants, and what is computed from it.
///
/// - Throws: `tooFewObservations` below two studies; otherwise as `randomEffects`.
package func modelFit(
  estimates: [Double], variances: [Double], kind: LikelihoodKind
) throws(EstimationError) -> ModelFit {
  let model = try MetaModel(estimates: estimates, variances: variances)
  guard model.count > 1 else { throw .tooFewObservations(needed: 2, found: model.count) }
  let isRestricted = kind == .REML
  let tau2 = try model.heterogeneity(isRestricted ? .REML : .ML).tau2
  let k = Double(model.count)
  let freedom = isRestricted ? k - 1 : k
  let constant = -0.5 * freedom * logarithm(2 * .pi) + (isRestricted ? 0.5 * logarithm(k) : 0)
  let height = constant + (try model.logLikelihood(tau2: tau2, isRestricted: isRestricted))
  // The saturated model of ML: each study its own effect.
  let saturated =
    -0.5 * (k * logarithm(2 * .pi) + variances.reduce(0) { $0 + logarithm($1) })
  let parameters = 2.0
  let room = max(freedom, parameters + 2)
  return ModelFit(
    logLikelihood: height, deviance: isRestricted ? -2 * height : -2 * (height - saturated),
    aic: -2 * height + 2 * parameters, bic: -2 * height + parameters * logarithm(freedom),
    aicc: -2 * height + 2 * parameters * room / (room - parameters - 1))
}
