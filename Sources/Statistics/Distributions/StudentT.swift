import CBoostMath

/// Student's t distribution; degrees of freedom need not be whole.
package enum StudentT {
  /// P(T ≤ t).
  package static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    bm_student_cumulative(t, degreesOfFreedom, 0)
  }

  /// P(T > t).
  package static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    bm_student_cumulative(t, degreesOfFreedom, 1)
  }

  /// The t with P(T ≤ t) = p, for 0 < p < 1; NaN otherwise.
  package static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    bm_student_quantile(p, degreesOfFreedom, 0)
  }

  /// The t with P(T > t) = p, for 0 < p < 1; NaN otherwise.
  package static func upperQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    bm_student_quantile(p, degreesOfFreedom, 1)
  }

  /// P(|T| ≥ |t|).
  package static func twoSidedP(_ t: Double, degreesOfFreedom: Double) -> Double {
    min(1, 2 * upperTail(abs(t), degreesOfFreedom: degreesOfFreedom))
  }
}
