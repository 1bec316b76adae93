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
  let all = try ManyFits(of: estimates, variances, estimator: estimator)
  var fits: [RandomEffectsFit] = []
  fits.reserveCapacity(estimates.count)
  for omitted in estimates.indices {
    fits.append(
      try RandomEffectsFit(
        of: try all.fit(without: omitted), estimator: estimator, test: test, level: level))
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
  let ordered = steps.flatMap(\.self)
  guard estimates.count == variances.count, ordered.allSatisfy(estimates.indices.contains)
  else { throw .invalid("the order names a study that is not there") }
  // Checks every study, also those of steps that come late.
  _ = try MetaModel(
    estimates: ordered.map { estimates[$0] }, variances: ordered.map { variances[$0] })
  var fits: [RandomEffectsFit] = []
  var soFar = ManyFits(
    estimator: estimator, centre: mean(ordered.map { estimates[$0] }))
  for step in steps where !step.isEmpty {
    for study in step { soFar.add(estimate: estimates[study], variance: variances[study]) }
    fits.append(
      try RandomEffectsFit(
        of: try soFar.fit(), estimator: estimator, test: test, level: level))
  }
  return fits
}

extension ManyFits {
  /// All studies at once, fitted.
  init(
    of estimates: [Double], _ variances: [Double], estimator: HeterogeneityEstimator
  ) throws(EstimationError) {
    _ = try MetaModel(estimates: estimates, variances: variances)
    self.init(estimator: estimator, centre: mean(estimates))
    for (estimate, variance) in zip(estimates, variances) {
      add(estimate: estimate, variance: variance)
    }
    if count > Self.manyStudies { try refresh() }
  }
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
