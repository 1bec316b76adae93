/// Effects of studies regressed on what may move them.
package struct MetaRegressionFit: Sendable, Hashable, Codable {
  /// The intercept first, then one per moderator, in the order given.
  package let coefficients: [CoefficientEstimate]
  /// Of the coefficients, by row.
  package let covariance: [[Double]]
  /// The test of all moderators together: χ² with z, F with Knapp–Hartung.
  package let qm: Double
  package let qmDegreesOfFreedom: Double
  /// The denominator's of F; nil for χ².
  package let qmDenominatorDegreesOfFreedom: Double?
  package let qmP: Double
  /// What the moderators leave.
  package let qe: Double
  package let qeDegreesOfFreedom: Int
  package let qeP: Double
  package let tau2: Double
  package let tau2StandardError: Double?
  /// In per cent.
  package let i2: Double
  package let h2: Double
  /// τ² of the same studies without moderators.
  package let tau2WithoutModerators: Double
  package let count: Int

  /// The share of τ² that the moderators account for, in per cent; nil when there is none.
  package var rSquared: Double? {
    tau2WithoutModerators > 0
      ? max(0, 100 * (tau2WithoutModerators - tau2) / tau2WithoutModerators) : nil
  }
}

/// Regresses effects on moderators, one array per moderator with one element per study.
///
/// - Throws: `tooFewObservations` unless there are more studies than coefficients; `collinear` when
///   moderators say the same thing or do not vary; otherwise as `randomEffects`.
/// - Source: metafor's `rma(mods = …)`.
package func metaRegression(
  estimates: [Double], variances: [Double], moderators: [[Double]],
  estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> MetaRegressionFit {
  guard !moderators.isEmpty else { throw .invalid("there is nothing to compare studies by") }
  let plain = try MetaModel(estimates: estimates, variances: variances)
  let regression = try ModeratorModel(
    estimates: estimates, variances: variances, moderators: moderators)
  let (model, shift) = (regression.model, regression.shift)
  let heterogeneity = try model.heterogeneity(estimator)
  let fit = try model.solution(tau2: heterogeneity.tau2)
  let freedom = Double(model.residualDegreesOfFreedom)
  let scale = test == .knha ? fit.residualSum / freedom : 1
  var centred = fit.inverse
  for index in centred.elements.indices { centred.elements[index] *= scale }
  let joint = try JointTest(fit.coefficients, centred, test: test, freedom: freedom)
  let covariance = shift.covariance(centred)
  var coefficients: [CoefficientEstimate] = []
  for (index, value) in shift.coefficients(fit.coefficients).enumerated() {
    coefficients.append(
      try CoefficientEstimate(
        estimate: value, standardError: covariance[index, index].squareRoot(),
        degreesOfFreedom: test == .knha ? freedom : nil, level: level))
  }
  let variation = try Variation(of: model, estimator: estimator, tau2: heterogeneity.tau2)
  return MetaRegressionFit(
    coefficients: coefficients,
    covariance: coefficients.indices.map { row in
      coefficients.indices.map { covariance[row, $0] }
    },
    qm: joint.statistic, qmDegreesOfFreedom: joint.degreesOfFreedom,
    qmDenominatorDegreesOfFreedom: joint.denominator, qmP: joint.p, qe: variation.q,
    qeDegreesOfFreedom: model.residualDegreesOfFreedom, qeP: variation.qP,
    tau2: heterogeneity.tau2, tau2StandardError: heterogeneity.standardError,
    i2: variation.i2, h2: variation.h2,
    tau2WithoutModerators: try plain.heterogeneity(estimator).tau2, count: model.count)
}

/// The test that all coefficients but the first are 0.
struct JointTest {
  let statistic: Double
  let degreesOfFreedom: Double
  let denominator: Double?
  let p: Double

  init(
    _ coefficients: [Double], _ covariance: SmallMatrix, test: SummaryTest, freedom: Double
  ) throws(EstimationError) {
    let slopes = Array(coefficients.dropFirst())
    var block = SmallMatrix(size: slopes.count)
    for row in slopes.indices {
      for column in slopes.indices { block[row, column] = covariance[row + 1, column + 1] }
    }
    guard let inverse = block.positiveDefiniteInverse()?.inverse else { throw .collinear }
    let form = inverse.quadraticForm(slopes)
    degreesOfFreedom = Double(slopes.count)
    switch test {
    case .z:
      statistic = form
      denominator = nil
      p = ChiSquared.upperTail(form, degreesOfFreedom: degreesOfFreedom)
    case .knha:
      statistic = form / degreesOfFreedom
      denominator = freedom
      p = FDistribution.upperTail(
        statistic, numeratorDegreesOfFreedom: degreesOfFreedom,
        denominatorDegreesOfFreedom: freedom)
    }
    try EstimationError.check(statistic, p)
  }
}
