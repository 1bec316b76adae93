import Statistics
import StudyModel

extension Rule {
  static let unlikeGroups = Rule(
    code: "W505",
    severity: .note,
    title: "The groups were unlike before the programme",
    why: """
      Groups more than a quarter of a standard deviation apart at the start cannot be made equal \
      by arithmetic alone.
      """,
    fix: "Nothing to do; the result allows for the difference as far as it can, and says so.",
    examples: [
      """
      | pupil | group      | ↓before | after |
      | P01   | Tutored    | 12      | 24    |
      | P02   | Tutored    | 14      | 28    |
      | P03   | Tutored    | 16      | 27    |
      | P04   | Comparison | 18      | 22    |
      | P05   | Comparison | 21      | 20    |
      | P06   | Comparison | 24      | 24    |
      """,
      """
      | pupil | group      | before  | after |
      | P01   | Tutored    | 12      | 24    |
      | P02   | Tutored    | 24      | 28    |
      | P03   | Comparison | 12.5    | 22    |
      | P04   | Comparison | 24      | 20    |
      """,
    ]
  ) { record in
    record.programme.outcomes.flatMap { outcome in
      record.comparisons.compactMap { compared in
        guard record.design != .single,
          let before = compared.differenceBefore(outcome), abs(before.approximateG) > 0.25
        else { return nil }
        let higher =
          before.g > 0
          ? record.programme.words.interventionPupils
          : record.programme.words.comparisonPupils
        let distance = shown((abs(before.g) * 100).rounded() / 100)
        let role = compared.role.map { " (\($0.rawValue)s)" } ?? ""
        return Remark(
          record.heading(of: WellKnownField.before(outcome)),
          "\(higher) were \(distance) standard deviations higher before in "
            + "\(outcome.label)\(role)")
      }
    }
  }
}

/// The pupils of one role, or of none, and those they are compared with, as the analysis does.
private struct Comparison {
  let role: Role?
  let intervention: [InterpretedPupil]
  let comparison: [InterpretedPupil]

  /// Of the pupils with both marks, as the table of the result prints it; nil where there is none.
  func differenceBefore(_ outcome: Outcome) -> StandardizedMeanDifference? {
    func marks(_ pupils: [InterpretedPupil]) -> [Double] {
      pupils.filter { $0.after(outcome) != nil }.compactMap { $0.before(outcome) }.sorted()
    }
    return try? standardizedMeanDifference(
      intervention: marks(intervention), comparison: marks(comparison))
  }
}

extension InterpretedRecord {
  /// One for each role; comparison pupils without a role stand for both.
  fileprivate var comparisons: [Comparison] {
    let (taught, compared) = (pupils(in: .intervention), pupils(in: .comparison))
    let roles = Role.allCases.filter { role in pupils.contains { $0.role == role } }
    if roles.isEmpty {
      return [Comparison(role: nil, intervention: taught, comparison: compared)]
    }
    return roles.map { role in
      let own = compared.filter { $0.role == role }
      return Comparison(
        role: role, intervention: taught.filter { $0.role == role },
        comparison: own.isEmpty ? compared.filter { $0.role == nil } : own)
    }
  }
}
