/// An estimate from data whose missing marks were filled in many times, by Rubin's rules.
package struct ImputedEstimate: Sendable, Hashable, Codable {
  package let difference: CoefficientEstimate
  /// How many times the marks were filled in, and the seed of the draws.
  package let imputations: Int
  package let seed: UInt64
  /// The share of the variance that comes from what is missing.
  package let missingInformation: Double
  package let tippingPoint: TippingPoint?

  /// How far the missing after-marks of one arm must lie from those filled in, for the difference
  /// to vanish.
  package struct TippingPoint: Sendable, Hashable, Codable {
    /// Whether the marks of the intervention arm are moved; else those of the comparison arm.
    package let movesIntervention: Bool
    /// In marks; negative when the missing pupils would have to do worse.
    package let shift: Double
  }
}

/// The marks of everyone who was allocated; nil where there is none.
package struct IncompleteMarks: Sendable {
  package let after: [Double?]
  package let before: [Double?]
  package let isIntervention: [Bool]
  /// Classes, where whole classes were allocated: marks are filled in within them; else nil.
  package let classes: [Int]?

  package init(
    after: [Double?], before: [Double?], isIntervention: [Bool], classes: [Int]? = nil
  ) {
    self.after = after
    self.before = before
    self.isIntervention = isIntervention
    self.classes = classes
  }
}

/// What is estimated from one filled-in set of marks, `after` and then `before`.
package typealias CompletedAnalysis =
  (_ after: [Double], _ before: [Double]) throws(EstimationError) -> CoefficientEstimate

/// Multiple imputation: the sensitivity of a difference to marks missing at random.
///
/// Each missing mark is drawn from the regression on the other mark and the arm (or class), with
/// its coefficients and spread drawn too; where both marks may be missing, in turns. Estimates are
/// combined by Rubin's rules with the degrees of freedom of Barnard and Rubin.
/// - Throws: `invalid` when nothing is missing; as the regressions and `analyse` where they fail.
/// - Source: Rubin (1987); Barnard and Rubin (1999), Biometrika 86, 948–955.
package func imputedEstimate(
  _ marks: IncompleteMarks, imputations: Int = 50, seed: UInt64, level: Double = 0.95,
  analyse: CompletedAnalysis
) throws(EstimationError) -> ImputedEstimate {
  let count = marks.after.count
  guard marks.before.count == count, marks.isIntervention.count == count,
    marks.classes == nil || marks.classes?.count == count, imputations > 1
  else { throw .invalid("the columns differ in length") }
  guard marks.after.contains(nil) || marks.before.contains(nil) else {
    throw .invalid("no mark is missing")
  }
  let moved = movedPupils(marks)
  var generator = SeededGenerator(seed: seed)
  var imputer = try Imputer(marks)
  var estimates: [CoefficientEstimate] = []
  var shifted: [Double] = []
  for _ in 0..<imputations {
    try imputer.fillIn(&generator)
    estimates.append(try analyse(imputer.after, imputer.before))
    if let moved {
      let after = imputer.after.indices.map { imputer.after[$0] + (moved.rows[$0] ? 1 : 0) }
      shifted.append(try analyse(after, imputer.before).estimate)
    }
  }
  let (difference, missing) = try combinedByRubinsRules(estimates, level: level)
  let change = mean(shifted) - difference.estimate
  let tipping = moved.flatMap { moved in
    abs(change) > 1e-9
      ? ImputedEstimate.TippingPoint(
        movesIntervention: moved.isIntervention, shift: -difference.estimate / change) : nil
  }
  return ImputedEstimate(
    difference: difference, imputations: imputations, seed: seed, missingInformation: missing,
    tippingPoint: tipping.flatMap { $0.shift.isFinite ? $0 : nil })
}

/// Who is moved for the tipping point: the pupils without an after-mark of the intervention arm,
/// or of the other arm where it has none; nil where every pupil has one.
private func movedPupils(_ marks: IncompleteMarks) -> (rows: [Bool], isIntervention: Bool)? {
  for arm in [true, false] {
    let rows = marks.after.indices.map { marks.after[$0] == nil && marks.isIntervention[$0] == arm }
    if rows.contains(true) { return (rows, arm) }
  }
  return nil
}

/// Rubin's rules: the mean, and the variance within and between the filled-in sets.
///
/// - Returns: The estimate with the degrees of freedom of Barnard and Rubin, and the share of its
///   variance that comes from what is missing (λ of `mice`).
/// - Reference: `pooled` in `Reference/imputation.json`.
func combinedByRubinsRules(
  _ estimates: [CoefficientEstimate], level: Double
) throws(EstimationError) -> (CoefficientEstimate, missing: Double) {
  let m = Double(estimates.count)
  let centre = mean(estimates.map(\.estimate))
  let within = mean(estimates.map { $0.standardError * $0.standardError })
  let between = (1 + 1 / m) * variance(estimates.map(\.estimate))
  let total = within + between
  let share = between / total
  let complete = mean(estimates.compactMap(\.degreesOfFreedom))
  let observed = (complete + 1) / (complete + 3) * complete * (1 - share)
  let freedom = share > 0 ? 1 / (share * share / (m - 1) + 1 / observed) : observed
  return (
    try CoefficientEstimate(
      estimate: centre, standardError: total.squareRoot(), degreesOfFreedom: freedom, level: level),
    share
  )
}
