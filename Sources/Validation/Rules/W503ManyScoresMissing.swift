import StudyModel

extension Rule {
  static let manyScoresMissing = Rule(
    code: "W503",
    severity: .note,
    title: "More than a fifth of the scores after are missing",
    why: "Those who are missing may differ from those who are there, which can bend the result.",
    fix: "Test the pupils who were absent, if it is not too late.",
    examples: [
      """
      | pupil | group      | before | ↓after | missing-reason |
      | P01   | Tutored    | 12     | 14     |                |
      | P02   | Comparison | 14     |        | Absent         |
      | P03   | Comparison | 14     | 15     |                |
      """,
      """
      | pupil | group      | before | after  | missing-reason |
      | P01   | Tutored    | 12     | 14     |                |
      | P02   | Comparison | 14     |        | Absent         |
      | P03   | Comparison | 14     | 15     |                |
      | P04   | Comparison | 14     | 15     |                |
      | P05   | Tutored    | 14     | 15     |                |
      """,
    ]
  ) { record in
    record.programme.outcomes.compactMap { outcome in
      let field = WellKnownField.after(outcome)
      let missing = record.pupils.count { $0.hasNoMark(field) }
      guard record.record.pupilColumns[field] != nil, missing * 5 > record.pupils.count
      else { return nil }
      return Remark(
        record.heading(of: field),
        "\(share(missing, of: record.pupils.count)) pupils have no \(outcome.label) score after")
    }
  }
}
