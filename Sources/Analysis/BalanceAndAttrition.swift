import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// The pupils who were allocated and have no outcome, against the published boundary.
  ///
  /// Nil with one arm only.
  ///
  /// - Source: What Works Clearinghouse, Procedures and Standards 5.0, attrition boundary.
  func attrition(_ flow: PupilFlow) -> Attrition? {
    guard let treated = flow.started[.intervention], treated > 0,
      let compared = flow.started[.comparison], compared > 0
    else { return nil }
    let analysedTreated = flow.analysed[.intervention] ?? 0
    let analysedCompared = flow.analysed[.comparison] ?? 0
    let lostTreated = Double(treated - analysedTreated) / Double(treated)
    let lostCompared = Double(compared - analysedCompared) / Double(compared)
    let lost = treated + compared - analysedTreated - analysedCompared
    let overall = Double(lost) / Double(treated + compared)
    let differential = abs(lostTreated - lostCompared)
    return Attrition(
      overall: overall, differential: differential,
      category: .init(attritionCategory(overall: overall, differential: differential)))
  }

  /// The standardised difference of the before-marks of the pupils who are analysed.
  ///
  /// Nil where it cannot be computed. Marks are added up in their order, so that the same marks of
  /// other pupils give the same to the bit.
  ///
  /// - Source: What Works Clearinghouse, Procedures and Standards 5.0, baseline equivalence.
  func baselineBalance(level: Double) -> BaselineBalance? {
    guard
      let difference = try? standardizedMeanDifference(
        intervention: marks(of: .intervention).before.sorted(),
        comparison: marks(of: .comparison).before.sorted(), level: level)
    else { return nil }
    let size = abs(difference.approximateG)
    let category: BaselineBalance.Category =
      size <= 0.05 ? .satisfied : size <= 0.25 ? .adjust : .notSatisfied
    return BaselineBalance(g: difference.g, category: category)
  }

  /// The share of after-marks that are the highest the test can give, 0 to 1.
  var shareAtMaximum: Double {
    let after = allocated.compactMap(after(of:))
    guard !after.isEmpty else { return 0 }
    return Double(after.filter { $0 >= outcome.maximum }.count) / Double(after.count)
  }
}

extension Attrition.Category {
  fileprivate init(_ category: AttritionCategory) {
    switch category {
    case .low: self = .low
    case .lowIfOptimistic: self = .lowIfOptimistic
    case .high: self = .high
    }
  }
}
