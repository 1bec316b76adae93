import StudyModel

extension Rule {
  static let reasonGivenThoughScored = Rule(
    code: "W405",
    severity: .query,
    title: "A reason for no score, though every score is there",
    why: "Either the score belongs to another pupil, or the reason does.",
    fix: "Clear the reason, or the score that is not this pupil's.",
    examples: [
      """
      | pupil | group   | before | after | missing-reason |
      | P01   | Tutored | 12     | 14    | ↓Absent        |
      | P02   | Tutored | 14     |       | Absent         |
      """
    ]
  ) { record in
    let fields = record.markFields
    return record.pupils.compactMap { pupil in
      guard let reason = pupil.entries[WellKnownField.missingReason], reason.choice != nil,
        !fields.isEmpty, !fields.contains(where: { pupil.hasNoMark($0.id) })
      else { return nil }
      return Remark(reason, "\(pupil.named) has every score, and a reason for having none")
    }
  }
}
