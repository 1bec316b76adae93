/// A difference between two arms by a method other than the primary one, in marks and in
/// standard deviations.
package struct TwoArmEstimate: Sendable, Hashable, Codable {
  package let difference: CoefficientEstimate
  /// In standard deviations of the after-marks within arms, with the small-sample correction.
  package let effect: StandardizedEffect
  package let pooledStandardDeviation: Double

  init(
    difference: CoefficientEstimate, after: [Double], isIntervention: [Bool]
  ) throws(EstimationError) {
    self.difference = difference
    pooledStandardDeviation = try Statistics.pooledStandardDeviation(
      arms(after, isIntervention: isIntervention))
    effect = try StandardizedEffect(
      difference: difference, standardDeviation: pooledStandardDeviation,
      total: Double(after.count))
  }
}

/// The unadjusted difference with a standard deviation for each arm.
package func welchEstimate(
  after: [Double], isIntervention: [Bool], level: Double = 0.95
) throws(EstimationError) -> TwoArmEstimate {
  let (treated, controls) = try split(after, isIntervention: isIntervention)
  return try TwoArmEstimate(
    difference: try welchTest(intervention: treated, comparison: controls, level: level),
    after: after, isIntervention: isIntervention)
}

/// The difference of the gains from before to after.
package func gainEstimate(
  after: [Double], before: [Double], isIntervention: [Bool], level: Double = 0.95
) throws(EstimationError) -> TwoArmEstimate {
  guard after.count == before.count else { throw .invalid("the columns differ in length") }
  let gains = zip(after, before).map { $0 - $1 }
  let (treated, controls) = try split(gains, isIntervention: isIntervention)
  return try TwoArmEstimate(
    difference: try studentTest(intervention: treated, comparison: controls, level: level),
    after: after, isIntervention: isIntervention)
}

/// The interacted regression of Lin (2013): arm, centred before-mark and their product, with HC2
/// standard errors and t on N − 4.
///
/// - Throws: `collinear` when an arm has no spread before; `tooFewObservations` up to four pupils;
///   `invalid` when one pupil decides a coefficient alone.
package func linEstimate(
  after: [Double], before: [Double], isIntervention: [Bool], level: Double = 0.95
) throws(EstimationError) -> TwoArmEstimate {
  let fit = try interactedFit(after: after, before: before, isIntervention: isIntervention)
  let robust = try HeteroscedasticErrors(of: fit, column: 2)
  guard let error = robust.hc2 else {
    throw .invalid(oneDecidesAlone)
  }
  return try TwoArmEstimate(
    difference: try CoefficientEstimate(
      estimate: fit.coefficients[2], standardError: error,
      degreesOfFreedom: Double(fit.residualDegreesOfFreedom), level: level),
    after: after, isIntervention: isIntervention)
}

/// How much the slope on the before-mark differs between the arms.
///
/// - Throws: as `linEstimate`.
package func slopeDifference(
  after: [Double], before: [Double], isIntervention: [Bool], level: Double = 0.95
) throws(EstimationError) -> CoefficientEstimate {
  let fit = try interactedFit(after: after, before: before, isIntervention: isIntervention)
  return try CoefficientEstimate(
    estimate: fit.coefficients[3], standardError: fit.standardError(of: 3),
    degreesOfFreedom: Double(fit.residualDegreesOfFreedom), level: level)
}

/// Columns: ones, centred before-marks, arm, product of the two.
private func interactedFit(
  after: [Double], before: [Double], isIntervention: [Bool]
) throws(EstimationError) -> LeastSquaresFit {
  guard after.count == before.count, after.count == isIntervention.count else {
    throw .invalid("the columns differ in length")
  }
  guard isIntervention.contains(true), isIntervention.contains(false) else {
    throw .noComparison
  }
  let centre = mean(before)
  let centred = before.map { $0 - centre }
  let arm = isIntervention.map { $0 ? 1.0 : 0 }
  let fit = try leastSquares(
    columns: [
      [Double](repeating: 1, count: after.count), centred, arm, zip(arm, centred).map { $0 * $1 },
    ], outcome: after)
  guard fit.isKept.allSatisfy({ $0 }) else { throw .collinear }
  guard fit.residualDegreesOfFreedom > 0 else {
    throw .tooFewObservations(needed: 5, found: after.count)
  }
  if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
  return fit
}

/// The values of the intervention arm and of the comparison arm.
func split(
  _ values: [Double], isIntervention: [Bool]
) throws(EstimationError) -> (intervention: [Double], comparison: [Double]) {
  guard values.count == isIntervention.count else {
    throw .invalid("the columns differ in length")
  }
  let pairs = zip(values, isIntervention)
  return (pairs.filter(\.1).map(\.0), pairs.filter { !$0.1 }.map(\.0))
}
