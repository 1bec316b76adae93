/// How much the effects vary beyond their sampling variances.
struct Variation {
  let q: Double
  let qP: Double
  let i2: Double
  let h2: Double

  init(
    of model: MetaModel, estimator: HeterogeneityEstimator, tau2: Double
  ) throws(EstimationError) {
    let freedom = Double(model.residualDegreesOfFreedom)
    q = try model.solution(tau2: 0).residualSum
    guard freedom > 0 else {
      (qP, i2, h2) = (1, 0, 1)
      return
    }
    qP = ChiSquared.upperTail(q, degreesOfFreedom: freedom)
    if estimator == .FE {
      i2 = q > 0 ? max(0, 100 * (q - freedom) / q) : 0
      h2 = q / freedom
    } else {
      let typical = try model.typicalVariance()
      i2 = 100 * tau2 / (tau2 + typical)
      h2 = tau2 / typical + 1
    }
  }

  /// Of one mean, from sums.
  init(of fit: SumsFit, estimator: HeterogeneityEstimator) {
    let freedom = fit.common.count - 1
    q = fit.common.residualSum
    guard freedom > 0 else {
      (qP, i2, h2) = (1, 0, 1)
      return
    }
    qP = ChiSquared.upperTail(q, degreesOfFreedom: freedom)
    if estimator == .FE {
      i2 = q > 0 ? max(0, 100 * (q - freedom) / q) : 0
      h2 = q / freedom
    } else {
      let typical = freedom / fit.common.trace
      i2 = 100 * fit.tau2 / (fit.tau2 + typical)
      h2 = fit.tau2 / typical + 1
    }
  }
}
