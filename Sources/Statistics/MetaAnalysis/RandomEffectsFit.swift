/// A pooled effect over studies, with how much the studies differ.
package struct RandomEffectsFit: Sendable, Hashable, Codable {
  package let estimate: Double
  package let standardError: Double
  /// The estimate over its standard error; nil where that is 0.
  package let statistic: Double?
  /// k − 1 with Knapp–Hartung; nil where the normal distribution was used.
  package let degreesOfFreedom: Double?
  /// Two-sided.
  package let p: Double
  package let interval: Interval
  /// Where the effect of one more such study would lie; nil with one study or a common effect.
  package let predictionInterval: Interval?
  /// The variance of the true effects between studies; 0 with one study.
  package let tau2: Double
  package let tau2StandardError: Double?
  /// By the Q-profile; nil with one study or a common effect.
  package let tau2Interval: Interval?
  /// The share of the variation that is between studies, in per cent.
  package let i2: Double
  /// Total variation over sampling variation.
  package let h2: Double
  /// Cochran's Q.
  package let q: Double
  package let qDegreesOfFreedom: Int
  /// Of Q; 1 with one study.
  package let qP: Double
  /// Of each study, in per cent; empty in the many fits of `leaveOneOut` and `cumulative`.
  package let weights: [Double]
  package let count: Int
  package let level: Double
}

/// Pools effects over studies.
///
/// `estimates` and `variances` have one element per study. One study is answered with its own
/// normal interval, without τ². With Knapp–Hartung, effects that are all equal have a standard
/// error of 0 and an interval without width, as in metafor: say so rather than print a t.
/// - Throws: `tooFewObservations` for no studies; `invalid` for a variance that is not above 0;
///   `noConvergence`.
/// - Source: metafor's `rma.uni`, converged to the last digits; checked in `Reference/meta.json`.
package func randomEffects(
  estimates: [Double], variances: [Double], estimator: HeterogeneityEstimator = .REML,
  test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> RandomEffectsFit {
  let model = try MetaModel(estimates: estimates, variances: variances)
  let heterogeneity = try model.heterogeneity(estimator)
  let fit = SumsFit(of: estimates, variances, tau2: heterogeneity.tau2)
  let isRandom = estimator != .FE && model.count > 1
  return try RandomEffectsFit(
    of: fit, estimator: estimator, test: test, level: level,
    tau2StandardError: heterogeneity.standardError,
    tau2Interval: isRandom ? try? model.tau2Interval(level: level) : nil,
    weights: variances.map { 100 / ($0 + fit.tau2) / fit.sums.sumOfWeights })
}

extension RandomEffectsFit {
  /// From the sums of a fit: of one that is looked at itself, or of one of many, which has neither
  /// weights nor an interval of τ².
  init(
    of fit: SumsFit, estimator: HeterogeneityEstimator, test: SummaryTest, level: Double,
    tau2StandardError: Double? = nil, tau2Interval: Interval? = nil, weights: [Double] = []
  ) throws(EstimationError) {
    let spread = PooledSpread(of: fit.sums, test: test)
    let summary = try PooledSummary(estimate: fit.estimate, spread: spread, level: level)
    let variation = Variation(of: fit, estimator: estimator)
    let isRandom = estimator != .FE && fit.sums.count > 1
    self.init(
      estimate: summary.estimate, standardError: spread.standardError,
      statistic: summary.statistic, degreesOfFreedom: spread.degreesOfFreedom, p: summary.p,
      interval: summary.interval,
      predictionInterval: isRandom ? summary.intervalOfNextEffect(tau2: fit.tau2) : nil,
      tau2: fit.tau2, tau2StandardError: tau2StandardError, tau2Interval: tau2Interval,
      i2: variation.i2, h2: variation.h2, q: variation.q,
      qDegreesOfFreedom: Int(fit.sums.count) - 1, qP: variation.qP, weights: weights,
      count: Int(fit.sums.count), level: level)
    try EstimationError.check(fit.tau2, i2, h2, q, qP)
  }
}

/// A pooled effect with its test and interval, also where its standard error is 0.
private struct PooledSummary {
  let estimate: Double
  let spread: PooledSpread
  let critical: Double
  let statistic: Double?
  let p: Double

  init(estimate: Double, spread: PooledSpread, level: Double) throws(EstimationError) {
    let tail = try upperTail(outside: level)
    self.estimate = estimate
    self.spread = spread
    let statistic = spread.standardError > 0 ? estimate / spread.standardError : nil
    if let freedom = spread.degreesOfFreedom {
      critical = StudentT.upperQuantile(tail, degreesOfFreedom: freedom)
      p =
        statistic.map { StudentT.twoSidedP($0, degreesOfFreedom: freedom) }
        ?? (estimate == 0 ? 1 : 0)
    } else {
      critical = Normal.upperQuantile(tail)
      p = statistic.map(Normal.twoSidedP) ?? (estimate == 0 ? 1 : 0)
    }
    self.statistic = statistic
    try EstimationError.check(estimate, spread.standardError, statistic ?? 0, critical, p)
  }

  var interval: Interval {
    Interval(centre: estimate, halfWidth: critical * spread.standardError)
  }

  /// estimate ± c·√(τ² + SE²), with the c of the estimate's own interval.
  func intervalOfNextEffect(tau2: Double) -> Interval {
    let squared = tau2 + spread.standardError * spread.standardError
    return Interval(centre: estimate, halfWidth: critical * squared.squareRoot())
  }
}

/// The standard error of a pooled effect and the distribution it is used with.
private struct PooledSpread {
  let standardError: Double
  let degreesOfFreedom: Double?

  init(of sums: WeightSums, test: SummaryTest) {
    let unmodified = (1 / sums.sumOfWeights).squareRoot()
    guard test == .knha, sums.count > 1 else {
      standardError = unmodified
      degreesOfFreedom = nil
      return
    }
    let freedom = sums.count - 1
    let factor = (sums.residualSum / freedom).squareRoot()
    // Below this the effects differ only by rounding.
    standardError = factor > 1e-10 ? unmodified * factor : 0
    degreesOfFreedom = freedom
  }
}
