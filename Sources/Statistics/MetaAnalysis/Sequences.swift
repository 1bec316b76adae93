/// The pooled effect without each study in turn, in the order of the studies.
///
/// - Throws: `tooFewObservations` below two studies; otherwise as `randomEffects`.
package func leaveOneOut(
  estimates: [Double], variances: [Double], estimator: HeterogeneityEstimator = .REML,
  test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> [RandomEffectsFit] {
  guard estimates.count > 1 else {
    throw .tooFewObservations(needed: 2, found: estimates.count)
  }
  var fits: [RandomEffectsFit] = []
  for omitted in estimates.indices {
    var others = (estimates: estimates, variances: variances)
    others.estimates.remove(at: omitted)
    if others.variances.indices.contains(omitted) { others.variances.remove(at: omitted) }
    let model = try MetaModel(estimates: others.estimates, variances: others.variances)
    fits.append(
      try RandomEffectsFit(
        of: model, estimator: estimator, test: test, level: level, detail: .brief,
        near: fits.last?.tau2))
  }
  return fits
}

/// The pooled effect after each step.
///
/// `steps` are the studies that arrive together, as indices into `estimates`, in order of arrival:
/// studies returned on one day are one step.
/// - Throws: `invalid` for an index that is not there; otherwise as `randomEffects`.
package func cumulative(
  estimates: [Double], variances: [Double], steps: [[Int]],
  estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> [RandomEffectsFit] {
  guard estimates.count == variances.count,
    steps.allSatisfy({ $0.allSatisfy(estimates.indices.contains) })
  else { throw .invalid("the order names a study that is not there") }
  var soFar = (estimates: [Double](), variances: [Double]())
  var fits: [RandomEffectsFit] = []
  for step in steps where !step.isEmpty {
    soFar.estimates += step.map { estimates[$0] }
    soFar.variances += step.map { variances[$0] }
    let model = try MetaModel(estimates: soFar.estimates, variances: soFar.variances)
    fits.append(
      try RandomEffectsFit(
        of: model, estimator: estimator, test: test, level: level, detail: .brief,
        near: fits.last?.tau2))
  }
  return fits
}

/// Each study's effect drawn towards the pooled one by as much as the study is uncertain.
///
/// `λ·y + (1 − λ)·μ`, `λ = τ²/(τ² + v)`, with variance `λ·v + (1 − λ)²·SE(μ)²`.
/// - Source: metafor's `blup`.
package func bestLinearUnbiasedPredictions(
  estimates: [Double], variances: [Double], fit: RandomEffectsFit
) -> [(estimate: Double, standardError: Double)] {
  zip(estimates, variances).map { estimate, variance in
    let share = fit.tau2 / (fit.tau2 + variance)
    let rest = (1 - share) * fit.standardError
    return (
      share * estimate + (1 - share) * fit.estimate,
      (share * variance + rest * rest).squareRoot()
    )
  }
}
