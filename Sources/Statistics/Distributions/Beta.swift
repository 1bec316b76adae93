import CBoostMath

/// The beta distribution.
package enum Beta {
  /// P(X ≤ x), the regularised incomplete beta function I_x(a, b).
  package static func cumulative(_ x: Double, a: Double, b: Double) -> Double {
    bm_beta_cumulative(x, a, b, 0)
  }

  /// P(X > x).
  package static func upperTail(_ x: Double, a: Double, b: Double) -> Double {
    bm_beta_cumulative(x, a, b, 1)
  }

  /// The x with P(X ≤ x) = p, for 0 < p < 1; NaN otherwise.
  package static func quantile(_ p: Double, a: Double, b: Double) -> Double {
    bm_beta_quantile(p, a, b, 0)
  }
}
