import StudyModel

extension Rule {
  static let scoreOutsideBounds = Rule(
    code: "W302",
    severity: .error,
    title: "Score outside the test's bounds",
    why: "An impossible score moves the mean and the effect size.",
    fix: "Check the mark sheet and type the score again.",
    examples: [
      """
      | pupil | group      | before | after |
      | P01   | Tutored    | 40     | ↓41   |
      | P02   | Tutored    | ↓-1    | 0     |
      | P03   | Comparison | ↓"104" | 39.5  |
      """
    ]
  ) { record in
    record.programme.outcomes.flatMap { outcome in
      record.marks(of: outcome).compactMap { entry in
        guard entry.number.map(outcome.bounds.contains) == false else { return nil }
        let bounds = "\(shown(outcome.bounds.lowerBound)) and \(shown(outcome.bounds.upperBound))"
        return Remark(entry, "score \(record.quoted(entry)) is not between \(bounds)")
      }
    }
  }
}

extension InterpretedRecord {
  /// The marks of an outcome, before and after, as far as something is typed for them.
  func marks(of outcome: Outcome) -> [InterpretedEntry] {
    let fields = [WellKnownField.before(outcome), WellKnownField.after(outcome)]
    return pupils.flatMap { pupil in fields.compactMap { pupil.entries[$0] } }
  }
}
