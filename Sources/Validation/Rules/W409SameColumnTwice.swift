import StudyModel

extension Rule {
  static let sameColumnTwice = Rule(
    code: "W409",
    severity: .query,
    title: "The same scores before and after",
    why: "Scores that are the same for every pupil are most often one column pasted twice.",
    fix: "Check both columns against the mark sheets.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 12     | 12     |
      | P02   | Tutored    | 14     | 14     |
      | P03   | Comparison | 18     | 18     |
      | P04   | Comparison | 11     | 11     |
      | P05   | Comparison | 11     |        |
      """,
      """
      | pupil | group      | before | after |
      | P01   | Tutored    | 12     | 12    |
      | P02   | Tutored    | 14     | 14    |
      | P03   | Comparison | 18     | 18    |
      | P04   | Comparison | 11     | 12    |
      """,
    ]
  ) { record in
    record.programme.outcomes.filter(record.hasSameScoresTwice).map { outcome in
      Remark(
        record.heading(of: WellKnownField.after(outcome)),
        "every \(outcome.label) score after is the same as before")
    }
  }
}

extension InterpretedRecord {
  func hasSameScoresTwice(_ outcome: Outcome) -> Bool {
    let pairs = pairs(of: outcome)
    return pairs.count >= 4 && pairs.allSatisfy { $0.before == $0.after }
  }
}
