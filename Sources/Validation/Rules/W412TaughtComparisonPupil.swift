import StudyModel

extension Rule {
  static let taughtComparisonPupil = Rule(
    code: "W412",
    severity: .query,
    title: "A comparison pupil in a teaching group",
    why: "A comparison pupil who was taught makes the programme look weaker than it is.",
    fix: """
      Clear the teaching group, or leave it if the pupil was taught after all; the group stays as \
      first allocated.
      """,
    examples: [
      """
      | pupil | group      | teaching-group | before | after |
      | P01   | Tutored    | G1             | 12     | 14    |
      | P02   | Comparison | ↓G1            | 14     | 15    |
      | P03   | Comparison |                | 14     | 15    |
      """
    ]
  ) { record in
    record.pupils(in: .comparison).compactMap { pupil in
      guard let entry = pupil.entries[WellKnownField.teachingGroup] else { return nil }
      return Remark(entry, "\(pupil.named) is a comparison pupil, and in a teaching group")
    }
  }
}
