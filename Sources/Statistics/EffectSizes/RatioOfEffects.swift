/// How much of one effect is left in another, with Fieller's interval.
///
/// For example the effect in ordinary practice over that in controlled studies. The two estimates
/// must come from different studies. With `degreesOfFreedom`, those of the less certain of the two,
/// the interval is of Student's t, as the intervals of the two effects are.
/// - Throws: `invalid` when the denominator cannot be told from 0 at this level, as the ratio could
///   then be anything.
/// - Source: Fieller (1954).
package func ratio(
  of numerator: (estimate: Double, standardError: Double),
  to denominator: (estimate: Double, standardError: Double),
  degreesOfFreedom: Double? = nil, level: Double = 0.95
) throws(EstimationError) -> (estimate: Double, interval: Interval) {
  let tail = try upperTail(outside: level)
  let quantile =
    degreesOfFreedom.map { StudentT.upperQuantile(tail, degreesOfFreedom: $0) }
    ?? Normal.upperQuantile(tail)
  let squared = quantile * quantile
  let (a, b) = (numerator.estimate, denominator.estimate)
  let varianceOfA = numerator.standardError * numerator.standardError
  let varianceOfB = denominator.standardError * denominator.standardError
  let leading = b * b - squared * varianceOfB
  guard leading > 0 else {
    throw .invalid("the effect to compare with is not clearly different from nothing")
  }
  let root = max(0, a * a * b * b - leading * (a * a - squared * varianceOfA)).squareRoot()
  let interval = Interval(low: (a * b - root) / leading, high: (a * b + root) / leading)
  try EstimationError.check(a / b, interval.low, interval.high)
  return (a / b, interval)
}
