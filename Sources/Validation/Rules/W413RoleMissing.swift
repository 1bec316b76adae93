import StudyModel

extension Rule {
  static let roleMissing = Rule(
    code: "W413",
    severity: .error,
    title: "A pupil in the programme without a role",
    why: "Those who teach and those who are taught are analysed apart.",
    fix: "Choose the role that the pupil was first given.",
    examples: [
      """
      | pupil | group      | role  | before | after |
      | P01   | Tutored    | Tutor | 12     | 14    |
      | P02   | Tutored    | ↓     | 14     | 15    |
      | P03   | Comparison |       | 14     | 15    |
      """
    ]
  ) { record in
    guard record.record.pupilColumns[WellKnownField.role] != nil,
      !record.programme.roles.isEmpty
    else { return [] }
    return record.pupils(in: .intervention).filter {
      $0.entries[WellKnownField.role] == nil
    }.map { pupil in
      Remark(pupil.place(of: WellKnownField.role), "\(pupil.named) has no role")
    }
  }
}
