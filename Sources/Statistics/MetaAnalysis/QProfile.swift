extension MetaModel {
  /// The interval of τ² by the Q-profile: where Q(τ²) is a quantile of χ² on k − p.
  ///
  /// Both ends are 0 when the effects agree more closely than chance would have them agree.
  /// - Throws: `tooFewObservations` without degrees of freedom; `noConvergence` when an end lies
  ///   beyond all measure.
  /// - Source: Viechtbauer (2007), Statistics in Medicine 26, 37–52.
  func tau2Interval(level: Double) throws(EstimationError) -> Interval {
    let tail = try upperTail(outside: level)
    let freedom = Double(residualDegreesOfFreedom)
    guard freedom > 0 else { throw .tooFewObservations(needed: width + 1, found: count) }
    let upperQuantile = ChiSquared.quantile(1 - tail, degreesOfFreedom: freedom)
    let lowerQuantile = ChiSquared.quantile(tail, degreesOfFreedom: freedom)
    guard let low = try tau2(whereResidualSumIs: upperQuantile),
      let high = try tau2(whereResidualSumIs: lowerQuantile)
    else { throw .noConvergence }
    return Interval(low: low, high: high)
  }
}

/// The interval of τ², and of I² (in per cent) and H² that follow from it.
package struct HeterogeneityInterval: Sendable, Hashable, Codable {
  package let tau2: Interval
  package let i2: Interval
  package let h2: Interval
  /// (k − 1)/tr P at τ² = 0.
  package let typicalVariance: Double
}

/// The Q-profile interval of τ², I² and H².
///
/// - Throws: `tooFewObservations` below two studies; otherwise as `randomEffects`.
package func heterogeneityInterval(
  estimates: [Double], variances: [Double], level: Double = 0.95
) throws(EstimationError) -> HeterogeneityInterval {
  let model = try MetaModel(estimates: estimates, variances: variances)
  let tau2 = try model.tau2Interval(level: level)
  let typical = try model.typicalVariance()
  func share(_ tau2: Double) -> Double { 100 * tau2 / (tau2 + typical) }
  return HeterogeneityInterval(
    tau2: tau2, i2: Interval(low: share(tau2.low), high: share(tau2.high)),
    h2: Interval(low: tau2.low / typical + 1, high: tau2.high / typical + 1),
    typicalVariance: typical)
}
