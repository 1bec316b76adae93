/// The regression of everyone with an after-mark, where some before-marks are missing.
///
/// A missing before-mark is set to the mean of the others and marked by an indicator, so that a
/// pupil who missed the first test is not lost.
/// - Throws: as `ancova`; `tooFewObservations` when there are no before-marks at all.
package func missingIndicatorEstimate(
  after: [Double], before: [Double?], meanBefore: Double, isIntervention: [Bool],
  level: Double = 0.95
) throws(EstimationError) -> TwoArmEstimate {
  guard after.count == before.count, after.count == isIntervention.count else {
    throw .invalid("the columns differ in length")
  }
  guard isIntervention.contains(true), isIntervention.contains(false) else {
    throw .noComparison
  }
  let columns = [
    [Double](repeating: 1, count: after.count), before.map { $0 ?? meanBefore },
    before.map { $0 == nil ? 1 : 0 }, isIntervention.map { $0 ? 1 : 0 },
  ]
  let fit = try leastSquares(columns: columns, outcome: after)
  guard fit.isKept[3] else { throw .collinear }
  guard fit.residualDegreesOfFreedom > 0 else {
    throw .tooFewObservations(needed: fit.rank + 1, found: fit.count)
  }
  if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
  return try TwoArmEstimate(
    difference: try CoefficientEstimate(
      estimate: fit.coefficients[3], standardError: fit.standardError(of: 3),
      degreesOfFreedom: Double(fit.residualDegreesOfFreedom), level: level),
    after: after, isIntervention: isIntervention)
}
