/// How much one study moves the pooled effect.
package struct StudyInfluence: Sendable, Hashable, Codable {
  /// The distance from the pooled effect of the others, over its standard error.
  package let studentizedResidual: Double
  /// How far the pooled effect moves, in standard errors of what the study is predicted to be.
  package let dffits: Double
  /// The squared move over the variance of the pooled effect.
  package let cookDistance: Double
  /// The variance of the pooled effect without the study over that with it.
  package let covarianceRatio: Double
  /// τ² and Q without the study.
  package let tau2Deleted: Double
  package let qDeleted: Double
  /// The study's share of the weights.
  package let hat: Double
  /// In per cent.
  package let weight: Double
  /// How far the pooled effect moves, in its own standard errors.
  package let dfbetas: Double
  /// Whether any of metafor's thresholds is passed.
  package let isInfluential: Bool
}

/// Deletes each study in turn and fits the rest anew, in the order of the studies.
///
/// - Throws: `tooFewObservations` below three studies; `noVariation` when a standard error is 0.
/// - Source: Viechtbauer and Cheung (2010); metafor's `influence.rma.uni`.
package func influence(
  estimates: [Double], variances: [Double], estimator: HeterogeneityEstimator = .REML,
  test: SummaryTest = .knha
) throws(EstimationError) -> [StudyInfluence] {
  guard estimates.count > 2 else {
    throw .tooFewObservations(needed: 3, found: estimates.count)
  }
  let fits = try ManyFits(of: estimates, variances, estimator: estimator)
  let all = try DeletionFit(of: try fits.fitOfAll(), test: test)
  var results: [StudyInfluence] = []
  results.reserveCapacity(estimates.count)
  for study in estimates.indices {
    let rest = try DeletionFit(of: try fits.fit(without: study), test: test)
    let own = (estimate: estimates[study], variance: variances[study])
    results.append(
      try StudyInfluence(
        of: own, all: all, rest: rest,
        weightsAtRest: rest.sumOfWeights + 1 / (own.variance + rest.tau2)))
  }
  return results
}

/// A pooled effect with what the influence of a study is measured by.
private struct DeletionFit {
  let estimate: Double
  let tau2: Double
  let sumOfWeights: Double
  let q: Double
  let count: Double
  /// What Knapp–Hartung multiplies variances by; 1 with the normal distribution.
  let scale: Double
  var variance: Double { scale / sumOfWeights }

  init(of fit: SumsFit, test: SummaryTest) throws(EstimationError) {
    tau2 = fit.tau2
    estimate = fit.estimate
    sumOfWeights = fit.sums.sumOfWeights
    q = fit.common.residualSum
    count = fit.sums.count
    scale = test == .knha ? fit.sums.residualSum / (count - 1) : 1
    guard scale > 1e-20 else { throw .noVariation(of: "the effects") }
  }
}

extension StudyInfluence {
  fileprivate init(
    of study: (estimate: Double, variance: Double), all: DeletionFit, rest: DeletionFit,
    weightsAtRest: Double
  ) throws(EstimationError) {
    let moved = all.estimate - rest.estimate
    let spread = study.variance + rest.tau2
    hat = 1 / (study.variance + all.tau2) / all.sumOfWeights
    weight = 100 * hat
    studentizedResidual =
      (study.estimate - rest.estimate) / (spread * rest.scale + rest.variance).squareRoot()
    dffits = moved / (rest.scale * hat * spread).squareRoot()
    cookDistance = moved * moved / all.variance
    covarianceRatio = rest.variance / all.variance
    tau2Deleted = rest.tau2
    qDeleted = rest.q
    dfbetas = moved / (rest.scale / weightsAtRest).squareRoot()
    isInfluential =
      abs(dffits) > 3 * (1 / (all.count - 1)).squareRoot()
      || ChiSquared.cumulative(cookDistance, degreesOfFreedom: 1) > 0.5
      || hat > 3 / all.count || abs(dfbetas) > 1
    try EstimationError.check(studentizedResidual, dffits, cookDistance, covarianceRatio, dfbetas)
  }
}
