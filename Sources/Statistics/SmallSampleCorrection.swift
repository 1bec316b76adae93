import CBoostMath

/// The factor that takes the small-sample bias out of a standardised mean difference.
///
/// `J(m) = Γ(m/2) / (√(m/2)·Γ((m−1)/2))`, exact, by Boost's ratio of gamma functions.
/// - Returns: a number below 1 that rises to 1 with `m`; NaN for `m ≤ 1`, where it does not exist.
///   The estimators refuse such samples before they come here.
/// - Source: Hedges (1981).
package func hedgesCorrection(degreesOfFreedom m: Double) -> Double {
  guard m > 1 else { return .nan }
  return 1 / ((m / 2).squareRoot() * bm_gamma_delta_ratio((m - 1) / 2, 0.5))
}

/// The correction as What Works Clearinghouse prints it, ω = 1 − 3/(4m − 1).
///
/// With m = N − 2 this is 1 − 3/(4N − 9).
package func approximateHedgesCorrection(degreesOfFreedom m: Double) -> Double {
  1 - 3 / (4 * m - 1)
}

/// The natural logarithm of Γ(x).
package func logGamma(_ x: Double) -> Double { bm_log_gamma(x) }
