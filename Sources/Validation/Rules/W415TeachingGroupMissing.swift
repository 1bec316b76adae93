import StudyModel

extension Rule {
  static let teachingGroupMissing = Rule(
    code: "W415",
    severity: .query,
    title: "A taught pupil without a teaching group",
    why: "Pupils taught together become alike, and the interval must allow for it.",
    fix: "Type the code of the group that the pupil was taught in, or would have been.",
    examples: [
      """
      design: partially-nested
      | pupil | group      | teaching-group | before | after |
      | P01   | Tutored    | G1             | 12     | 14    |
      | P02   | Tutored    | ↓              | 14     | 15    |
      | P03   | Comparison |                | 14     | 15    |
      """
    ]
  ) { record in
    guard record.design == .partiallyNested else { return [] }
    return record.pupils(in: .intervention).filter {
      $0.entries[WellKnownField.teachingGroup] == nil
    }.map { pupil in
      Remark(
        pupil.place(of: WellKnownField.teachingGroup), "\(pupil.named) has no teaching group")
    }
  }
}
