import CBoostMath

/// The standard normal distribution.
package enum Normal {
  package static func density(_ x: Double) -> Double { bm_normal_density(x) }

  /// P(Z ≤ x).
  package static func cumulative(_ x: Double) -> Double { bm_normal_cumulative(x, 0) }

  /// P(Z > x), with all its digits where it is small.
  package static func upperTail(_ x: Double) -> Double { bm_normal_cumulative(x, 1) }

  /// ln P(Z ≤ x), also where the probability itself is too small for a number.
  package static func logCumulative(_ x: Double) -> Double { bm_normal_log_cumulative(x) }

  /// The z with P(Z ≤ z) = p, for 0 < p < 1; NaN otherwise.
  package static func quantile(_ p: Double) -> Double { bm_normal_quantile(p, 0) }

  /// The z with P(Z > z) = p, for 0 < p < 1; NaN otherwise.
  package static func upperQuantile(_ p: Double) -> Double { bm_normal_quantile(p, 1) }

  /// P(|Z| ≥ |z|).
  package static func twoSidedP(_ z: Double) -> Double { min(1, 2 * upperTail(abs(z))) }
}
