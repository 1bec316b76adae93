/// The after-marks of two arms with what they are adjusted for, in the columns of a regression.
///
/// Columns: ones, before-marks (when given), indicators of all strata but the first, the arm last,
/// so that the arm is the one left out when it cannot be told from the rest.
struct TwoArmModel {
  let fit: LeastSquaresFit
  let after: [Double]
  let before: [Double]?
  let isIntervention: [Bool]

  var armColumn: Int { fit.columns.count - 1 }
  var beforeColumn: Int { 1 }
  var interventionCount: Int { isIntervention.count { $0 } }
  var comparisonCount: Int { isIntervention.count - interventionCount }
  var total: Double { Double(isIntervention.count) }

  /// The standard deviation of the after-marks within arms, unadjusted.
  let pooledStandardDeviation: Double

  init(
    after: [Double], before: [Double]?, isIntervention: [Bool], strata: [Int]?
  ) throws(EstimationError) {
    let count = after.count
    guard before == nil || before?.count == count, isIntervention.count == count,
      strata == nil || strata?.count == count
    else { throw .invalid("the columns differ in length") }
    guard isIntervention.contains(true), isIntervention.contains(false) else {
      throw .noComparison
    }
    var columns = [[Double](repeating: 1, count: count)]
    if let before { columns.append(before) }
    if let strata { columns += indicatorColumns(strata) }
    columns.append(isIntervention.map { $0 ? 1 : 0 })
    fit = try leastSquares(columns: columns, outcome: after)
    self.after = after
    self.before = before
    self.isIntervention = isIntervention
    pooledStandardDeviation = try Statistics.pooledStandardDeviation(
      arms(after, isIntervention: isIntervention))
    try checkThatTheArmCanBeEstimated()
  }

  private func checkThatTheArmCanBeEstimated() throws(EstimationError) {
    guard fit.isKept[armColumn] else { throw .collinear }
    guard fit.residualDegreesOfFreedom > 0 else {
      throw .tooFewObservations(needed: fit.rank + 1, found: fit.count)
    }
    if isNegligible(pooledStandardDeviation, besideMagnitude: mean(after)) {
      throw .noVariation(of: "the after-marks")
    }
    if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
  }
}

/// Indicator columns of every level but the lowest, in rising order of level.
func indicatorColumns(_ strata: [Int]) -> [[Double]] {
  Set(strata).sorted().dropFirst().map { level in strata.map { $0 == level ? 1 : 0 } }
}

/// The summaries of the intervention arm and of the comparison arm, in this order.
func arms(_ values: [Double], isIntervention: [Bool]) -> [GroupSummary] {
  let pairs = zip(values, isIntervention)
  return [
    GroupSummary(pairs.filter(\.1).map(\.0)), GroupSummary(pairs.filter { !$0.1 }.map(\.0)),
  ]
}
