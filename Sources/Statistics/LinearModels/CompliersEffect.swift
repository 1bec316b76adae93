/// The effect on those who took part because they were offered it, by two-stage least squares.
package struct CompliersEffect: Sendable, Hashable, Codable {
  /// With the ordinary standard error and t on N − 3 (N − 2 without a before-mark).
  package let difference: CoefficientEstimate
  package let effect: StandardizedEffect
  package let hc0: Double
  package let hc1: Double
  /// How much more often the intervention arm took part, adjusted.
  package let firstStage: Double
  package let firstStageStandardError: Double
  /// t² of the first stage; nil when taking part follows the arm exactly.
  package let firstStageF: Double?
  /// The difference between the arms as allocated.
  package let intentionToTreat: Double
  /// The shares that took part.
  package let compliance: ArmMeans
}

/// Two-stage least squares of the after-mark on having taken part, with the arm as instrument.
///
/// `tookPart` is true for whoever reached the dose set beforehand, in either arm. `strata` are
/// adjusted for, as in the primary estimate.
/// - Throws: `noVariation` when nobody or everybody took part; `collinear` when taking part does
///   not differ between the arms; otherwise as `ancova`.
/// - Source: the `ivreg` of R's AER.
package func compliersEffect(
  after: [Double], before: [Double]?, isIntervention: [Bool], tookPart: [Bool],
  strata: [Int]? = nil, level: Double = 0.95
) throws(EstimationError) -> CompliersEffect {
  guard tookPart.count == after.count else { throw .invalid("the columns differ in length") }
  guard tookPart.contains(true), tookPart.contains(false) else {
    throw .noVariation(of: "who took part")
  }
  let model = try TwoArmModel(
    after: after, before: before, isIntervention: isIntervention, strata: strata)
  let dose = tookPart.map { $0 ? 1.0 : 0 }
  let stages = try TwoStages(model: model, dose: dose)
  let difference = try CoefficientEstimate(
    estimate: stages.coefficient, standardError: stages.standardError,
    degreesOfFreedom: stages.freedom, level: level)
  let shares = arms(dose, isIntervention: isIntervention)
  return CompliersEffect(
    difference: difference,
    effect: try StandardizedEffect(
      difference: difference, standardDeviation: model.pooledStandardDeviation,
      total: model.total),
    hc0: stages.hc0, hc1: stages.hc0 * (model.total / stages.freedom).squareRoot(),
    firstStage: stages.first.coefficients[model.armColumn],
    firstStageStandardError: stages.first.standardError(of: model.armColumn),
    firstStageF: stages.firstStageF(column: model.armColumn),
    intentionToTreat: model.fit.coefficients[model.armColumn],
    compliance: ArmMeans(intervention: shares[0].mean, comparison: shares[1].mean))
}

/// The two regressions of two-stage least squares; the dose stands last.
private struct TwoStages {
  let first: LeastSquaresFit
  let coefficient: Double
  let standardError: Double
  let hc0: Double
  let freedom: Double

  init(model: TwoArmModel, dose: [Double]) throws(EstimationError) {
    let covariates = Array(model.fit.columns.dropLast())
    first = try leastSquares(columns: model.fit.columns, outcome: dose)
    guard abs(first.coefficients[model.armColumn]) > 1e-10 else { throw .collinear }
    let second = try leastSquares(columns: covariates + [first.fitted], outcome: model.after)
    let column = covariates.count
    guard second.isKept[column] else { throw .collinear }
    coefficient = second.coefficients[column]
    freedom = Double(second.residualDegreesOfFreedom)
    // Residuals from the dose itself, not from what the first stage says it was.
    let residuals = model.after.indices.map { row in
      var fitted = second.coefficients[column] * dose[row]
      for index in covariates.indices {
        fitted += second.coefficients[index] * covariates[index][row]
      }
      return model.after[row] - fitted
    }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    standardError =
      (squares / freedom * second.crossproductInverse[column][column]).squareRoot()
    let influence = second.crossproductInverse[column]
    hc0 = residuals.indices.reduce(0) { sum, row in
      let share = zip(second.columns, influence).reduce(0) { $0 + $1.0[row] * $1.1 }
      return sum + share * share * residuals[row] * residuals[row]
    }.squareRoot()
  }

  func firstStageF(column: Int) -> Double? {
    guard !first.isExact else { return nil }
    let t = first.coefficients[column] / first.standardError(of: column)
    return t * t
  }
}
