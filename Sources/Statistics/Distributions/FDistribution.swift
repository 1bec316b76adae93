import CBoostMath

/// The F distribution.
package enum FDistribution {
  /// P(X ≤ x).
  package static func cumulative(
    _ x: Double, numeratorDegreesOfFreedom: Double, denominatorDegreesOfFreedom: Double
  ) -> Double {
    bm_f_cumulative(x, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, 0)
  }

  /// P(X > x).
  package static func upperTail(
    _ x: Double, numeratorDegreesOfFreedom: Double, denominatorDegreesOfFreedom: Double
  ) -> Double {
    bm_f_cumulative(x, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, 1)
  }

  /// The x with P(X ≤ x) = p, for 0 < p < 1; NaN otherwise.
  package static func quantile(
    _ p: Double, numeratorDegreesOfFreedom: Double, denominatorDegreesOfFreedom: Double
  ) -> Double {
    bm_f_quantile(p, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, 0)
  }
}
