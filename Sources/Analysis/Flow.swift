import StudyModel
import Validation

extension OutcomeSample {
  /// How many pupils there were at each step, and the reasons given for missing marks.
  func flow(reasons: [Choice]) -> PupilFlow {
    let missing = allocated.filter { before(of: $0) == nil || after(of: $0) == nil }
    let counts = Dictionary(grouping: missing.compactMap(\.missingReason)) { $0 }
      .mapValues(\.count)
    let given = counts.map { code, count in
      PupilFlow.Reason(
        label: reasons.first { $0.code == code }?.label ?? code, count: count)
    }
    return PupilFlow(
      started: count { _ in true }, testedBefore: count { before(of: $0) != nil },
      testedAfter: count { after(of: $0) != nil },
      analysed: count { before(of: $0) != nil && after(of: $0) != nil },
      reasons: given.sorted { ($1.count, $0.label) < ($0.count, $1.label) })
  }
}
