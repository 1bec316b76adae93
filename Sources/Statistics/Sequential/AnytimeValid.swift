/// An interval that stays valid however often, and whenever, the evidence is looked at.
///
/// From the normal mixture: half-width √((V + 1/ρ²)·ln((1 + ρ²V)/α²))/V with V = 1/SE², the
/// information. It holds for all looks together, where the ordinary interval holds for one.
/// `standardError` is that of the pooled effect without Knapp–Hartung's factor; `mixing` is ρ, the
/// size of effect that the band is tuned to; `level` is the confidence over all looks together.
/// - Throws: `invalid` unless the standard error and ρ are above 0.
/// - Source: Robbins (1970); ter Schure and Grünwald (2022), F1000Research 11:549.
package func anytimeValidInterval(
  estimate: Double, standardError: Double, mixing: Double = 0.2, level: Double = 0.95
) throws(EstimationError) -> Interval {
  let alpha = 2 * (try upperTail(outside: level))
  guard standardError > 0, mixing > 0 else {
    throw .invalid("a standard error above 0 is needed")
  }
  let information = 1 / (standardError * standardError)
  let squared = mixing * mixing
  let bound = logarithmOfOnePlus(squared * information) - 2 * logarithm(alpha)
  let halfWidth = ((information + 1 / squared) * bound).squareRoot() / information
  try EstimationError.check(estimate, halfWidth)
  return Interval(centre: estimate, halfWidth: halfWidth)
}

/// The evidence against no effect: the same mixture as a betting return, 20 or more at 5 per cent.
package func anytimeValidEvidence(
  estimate: Double, standardError: Double, mixing: Double = 0.2
) throws(EstimationError) -> Double {
  guard standardError > 0, mixing > 0 else {
    throw .invalid("a standard error above 0 is needed")
  }
  let information = 1 / (standardError * standardError)
  let squared = mixing * mixing
  let score = estimate * information
  let exponent = squared * score * score / (2 * (1 + squared * information))
  let evidence = exponential(min(exponent, 700)) / (1 + squared * information).squareRoot()
  try EstimationError.check(evidence)
  return evidence
}
