import CBoostMath

/// The noncentral t distribution.
package enum NoncentralT {
  /// P(T ≤ t).
  package static func cumulative(
    _ t: Double, degreesOfFreedom: Double, noncentrality: Double
  ) -> Double {
    bm_noncentral_t_cumulative(t, degreesOfFreedom, noncentrality, 0)
  }

  /// P(T > t).
  package static func upperTail(
    _ t: Double, degreesOfFreedom: Double, noncentrality: Double
  ) -> Double {
    bm_noncentral_t_cumulative(t, degreesOfFreedom, noncentrality, 1)
  }

  /// The noncentrality at which P(T ≤ t) = p, for 0 < p < 1; NaN otherwise.
  package static func noncentrality(
    _ t: Double, degreesOfFreedom: Double, cumulative p: Double
  ) -> Double {
    bm_noncentral_t_noncentrality(t, degreesOfFreedom, p)
  }

  /// The noncentralities between which `t` is unsurprising at confidence `level`.
  ///
  /// - Throws: `noConvergence` when a limit cannot be found.
  package static func interval(
    _ t: Double, degreesOfFreedom: Double, level: Double
  ) throws(EstimationError) -> Interval {
    let tail = try Statistics.upperTail(outside: level)
    let low = noncentrality(t, degreesOfFreedom: degreesOfFreedom, cumulative: 1 - tail)
    let high = noncentrality(t, degreesOfFreedom: degreesOfFreedom, cumulative: tail)
    guard low.isFinite, high.isFinite else { throw .noConvergence }
    return Interval(low: low, high: high)
  }
}
