import CBoostMath

/// The χ² distribution; degrees of freedom need not be whole.
package enum ChiSquared {
  /// P(X ≤ x).
  package static func cumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
    bm_chi_squared_cumulative(x, degreesOfFreedom, 0)
  }

  /// P(X > x).
  package static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    bm_chi_squared_cumulative(x, degreesOfFreedom, 1)
  }

  /// The x with P(X ≤ x) = p, for 0 < p < 1; NaN otherwise.
  package static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    bm_chi_squared_quantile(p, degreesOfFreedom, 0)
  }
}
