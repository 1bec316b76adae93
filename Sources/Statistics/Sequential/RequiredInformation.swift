/// How much evidence it takes to find an effect across differing studies.
package struct RequiredInformation: Sendable, Hashable, Codable {
  /// Pupils over both arms, were all studies alike.
  package let pupilsWithoutDiversity: Double
  /// How much the random-effects variance exceeds the common-effect one, as a share: D².
  package let diversity: Double
  /// Pupils over both arms.
  package let pupils: Double
}

/// The information size: N_F = 4(z_{1−α/2} + z_{power})²·σ²/δ², over 1 − D².
///
/// `residualVariance` is σ² in squared standard deviations: 1, or 1 − r² after adjustment.
/// - Throws: `invalid` for a target of 0 or shares outside 0 to 1.
/// - Source: Wetterslev and others (2009); RTSA.
package func requiredInformation(
  target: Double, residualVariance: Double = 1, commonVariance: Double, randomVariance: Double,
  power: Double = 0.8, level: Double = 0.95
) throws(EstimationError) -> RequiredInformation {
  let tail = try upperTail(outside: level)
  guard target != 0, residualVariance > 0, power > 0, power < 1, commonVariance > 0,
    randomVariance > 0
  else { throw .invalid("a target other than 0 and variances above 0 are needed") }
  let multiplier = Normal.upperQuantile(tail) + Normal.quantile(power)
  let alike = 4 * multiplier * multiplier * residualVariance / (target * target)
  let diversity = max(0, 1 - commonVariance / randomVariance)
  let pupils = alike / (1 - diversity)
  try EstimationError.check(alike, pupils)
  return RequiredInformation(
    pupilsWithoutDiversity: alike, diversity: diversity, pupils: pupils)
}

/// The chance that the true effect of one more such study lies above `threshold`.
///
/// By t on k − 1 (k − 2 would be the other custom) around the pooled effect with variance τ² + SE².
/// - Throws: `tooFewObservations` below two studies; `noVariation` when nothing varies.
package func chanceOfEffect(
  above threshold: Double, fit: RandomEffectsFit
) throws(EstimationError) -> Double {
  guard fit.count > 1 else { throw .tooFewObservations(needed: 2, found: fit.count) }
  let spread = (fit.tau2 + fit.standardError * fit.standardError).squareRoot()
  guard spread > 0 else { throw .noVariation(of: "the effects") }
  return StudentT.upperTail(
    (threshold - fit.estimate) / spread, degreesOfFreedom: Double(fit.count - 1))
}

/// How wide the prediction interval is expected to be once `more` studies of a usual variance are
/// in, τ² staying as it is.
///
/// - Throws: `tooFewObservations` below two studies; `invalid` for a variance that is not above 0.
package func expectedPredictionWidth(
  after more: Int, variance: Double, fit: RandomEffectsFit
) throws(EstimationError) -> Double {
  guard fit.count > 1 else { throw .tooFewObservations(needed: 2, found: fit.count) }
  guard variance > 0, more >= 0, fit.standardError > 0 else {
    throw .invalid("every effect needs a variance above zero")
  }
  let tail = try upperTail(outside: fit.level)
  let information =
    1 / (fit.standardError * fit.standardError) + Double(more) / (variance + fit.tau2)
  let critical = StudentT.upperQuantile(
    tail, degreesOfFreedom: Double(fit.count + more - 1))
  let width = 2 * critical * (fit.tau2 + 1 / information).squareRoot()
  try EstimationError.check(width)
  return width
}
