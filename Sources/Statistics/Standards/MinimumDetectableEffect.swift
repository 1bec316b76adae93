/// The smallest true effect that a comparison would find with a given power.
///
/// In standard deviations: (t_{1−α/2} + t_{power})·√((1 − R²)/n_t + (1 − R²)/n_c), t with N − 2 − q
/// degrees of freedom.
/// - Throws: `tooFewObservations` without degrees of freedom; `invalid` for shares outside 0 to 1.
package func minimumDetectableEffect(
  intervention: Int, comparison: Int, rSquared: Double = 0, covariates: Int = 0,
  power: Double = 0.8, level: Double = 0.95
) throws(EstimationError) -> Double {
  let tail = try upperTail(outside: level)
  guard power > 0, power < 1, rSquared >= 0, rSquared <= 1 else {
    throw .invalid("power and explained share must lie between 0 and 1")
  }
  let freedom = intervention + comparison - 2 - covariates
  guard intervention > 0, comparison > 0 else { throw .noComparison }
  guard freedom > 0 else {
    throw .tooFewObservations(needed: 3 + covariates, found: intervention + comparison)
  }
  let inverseCounts = 1 / Double(intervention) + 1 / Double(comparison)
  let multiplier =
    StudentT.upperQuantile(tail, degreesOfFreedom: Double(freedom))
    + StudentT.quantile(power, degreesOfFreedom: Double(freedom))
  return multiplier * ((1 - rSquared) * inverseCounts).squareRoot()
}

/// How many studies as precise as one with `standardError` find an effect of `target`, pooled.
///
/// (z_{1−α/2} + z_{power})²·(SE² + τ²)/target², rounded up.
package func studiesNeeded(
  target: Double, standardError: Double, tau2: Double = 0, power: Double = 0.8,
  level: Double = 0.95
) throws(EstimationError) -> Int {
  let tail = try upperTail(outside: level)
  guard target != 0, standardError > 0, tau2 >= 0, power > 0, power < 1 else {
    throw .invalid("a target other than 0 and a standard error above 0 are needed")
  }
  let multiplier = Normal.upperQuantile(tail) + Normal.quantile(power)
  let needed = multiplier * multiplier * (standardError * standardError + tau2) / (target * target)
  guard needed < 1e9 else { throw .invalid("the target is too small to be found") }
  return max(1, Int(needed.rounded(.up)))
}
