/// Whether small studies report other effects than large ones, by regression on a standard error.
package struct SmallStudyRegression: Sendable, Hashable, Codable {
  /// Per unit of the predictor: 0 when the size of a study says nothing about its effect.
  package let slope: CoefficientEstimate
  /// The effect at predictor 0: of an endlessly large study.
  package let limit: CoefficientEstimate
}

/// Effects regressed on `predictor` with the weights 1/`variances`, and t on k − 2.
///
/// - Throws: `tooFewObservations` below three studies; `noVariation` when all studies are as large;
///   `invalid` for a variance that is not above 0.
package func smallStudyRegression(
  estimates: [Double], variances: [Double], predictor: [Double], level: Double = 0.95
) throws(EstimationError) -> SmallStudyRegression {
  guard predictor.count == estimates.count, variances.count == estimates.count else {
    throw .invalid("the lists of effects, variances and sizes differ in length")
  }
  guard estimates.count > 2 else {
    throw .tooFewObservations(needed: 3, found: estimates.count)
  }
  guard variances.allSatisfy({ $0 > 1e-70 && $0 < 1e70 }) else {
    throw .invalid("every effect needs a variance above zero")
  }
  let spread = GroupSummary(predictor)
  if (spread.standardDeviation ?? 0) < 1e-10 * max(1e-10, abs(spread.mean)) {
    throw .noVariation(of: "the size of the studies")
  }
  let roots = variances.map { 1 / $0.squareRoot() }
  let fit = try leastSquares(
    columns: [roots, zip(roots, predictor).map { $0 * $1 }],
    outcome: zip(roots, estimates).map { $0 * $1 })
  guard fit.isKept.allSatisfy({ $0 }) else { throw .noVariation(of: "the size of the studies") }
  let freedom = Double(fit.residualDegreesOfFreedom)
  func row(_ column: Int) throws(EstimationError) -> CoefficientEstimate {
    try CoefficientEstimate(
      estimate: fit.coefficients[column], standardError: fit.standardError(of: column),
      degreesOfFreedom: freedom, level: level)
  }
  return SmallStudyRegression(slope: try row(1), limit: try row(0))
}

/// Egger's test: the predictor is the standard error.
///
/// Gives false alarms for standardised differences, whose standard error grows with the effect.
package func eggerTest(
  estimates: [Double], variances: [Double], level: Double = 0.95
) throws(EstimationError) -> SmallStudyRegression {
  try smallStudyRegression(
    estimates: estimates, variances: variances, predictor: variances.map { $0.squareRoot() },
    level: level)
}

/// The small-study test that is valid for standardised differences.
///
/// `precisions` are √(1/n_t + 1/n_c), which the effect has no part in; their squares are the
/// variances of the regression.
/// - Source: Pustejovsky and Rodgers (2019), Research Synthesis Methods 10, 57–71.
package func precisionTest(
  estimates: [Double], precisions: [Double], level: Double = 0.95
) throws(EstimationError) -> SmallStudyRegression {
  try smallStudyRegression(
    estimates: estimates, variances: precisions.map { $0 * $0 }, predictor: precisions,
    level: level)
}

/// The effect of an endlessly precise study, by the precision-effect test and estimate.
package struct PrecisionEffect: Sendable, Hashable, Codable {
  /// Which of the two is to be read.
  package enum Choice: String, Sendable, Codable {
    case pet
    case peese
  }

  /// On the standard error.
  package let pet: SmallStudyRegression
  /// On the variance.
  package let peese: SmallStudyRegression
  package let choice: Choice

  package var limit: CoefficientEstimate { choice == .pet ? pet.limit : peese.limit }
}

/// PET and PEESE; PEESE is chosen when PET finds an effect (two-sided p below 0.10) in the
/// direction of the average.
package func precisionEffect(
  estimates: [Double], variances: [Double], level: Double = 0.95
) throws(EstimationError) -> PrecisionEffect {
  let pet = try eggerTest(estimates: estimates, variances: variances, level: level)
  let peese = try smallStudyRegression(
    estimates: estimates, variances: variances, predictor: variances, level: level)
  let average = zip(estimates, variances).reduce(0) { $0 + $1.0 / $1.1 }
  let isFound = pet.limit.p < 0.1 && (pet.limit.estimate > 0) == (average > 0)
  return PrecisionEffect(pet: pet, peese: peese, choice: isFound ? .peese : .pet)
}
