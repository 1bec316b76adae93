import StudyModel

extension Rule {
  static let someComparisonRoles = Rule(
    code: "W421",
    severity: .error,
    title: "Some comparison pupils with a role, others without",
    why: """
      Those who teach are compared with comparison pupils of their role: a comparison pupil without \
      one is compared with nobody, where others have one.
      """,
    fix: """
      Give every comparison pupil the role that the pupil's year group would have had, or none of \
      them a role.
      """,
    examples: [
      """
      | pupil | group      | role  | before | after |
      | P01   | Tutored    | Tutor | 12     | 14    |
      | P02   | Comparison | Tutor | 14     | 15    |
      | P03   | Comparison | Tutee | 11     | 12    |
      | P04   | Comparison | ↓     | 13     | 15    |
      """,
      """
      | pupil | group      | role   | before | after |
      | P01   | Tutored    | Tutor  | 12     | 14    |
      | P02   | Comparison |        | 14     | 15    |
      | P03   | Comparison | ↓Tutee | 11     | 12    |
      | P04   | Comparison |        | 13     | 15    |
      """,
    ]
  ) { record in
    guard record.record.pupilColumns[WellKnownField.role] != nil,
      !record.programme.roles.isEmpty
    else { return [] }
    let compared = record.pupils(in: .comparison)
    let with = compared.filter { $0.entries[WellKnownField.role] != nil }
    let without = compared.filter { $0.entries[WellKnownField.role] == nil }
    guard !with.isEmpty, !without.isEmpty else { return [] }
    // What fewer have is the likelier mistake.
    return with.count < without.count
      ? with.map { pupil in
        Remark(
          pupil.place(of: WellKnownField.role),
          "\(pupil.named) has a role, and most comparison pupils have none")
      }
      : without.map { pupil in
        Remark(
          pupil.place(of: WellKnownField.role),
          "\(pupil.named) has no role, and other comparison pupils have one")
      }
  }
}
