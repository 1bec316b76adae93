import StudyModel

extension Rule {
  static let groupMissing = Rule(
    code: "W403",
    severity: .error,
    title: "A pupil without a group",
    why: "A pupil whose group is not known can be compared with nobody.",
    fix: "Choose the group to which the pupil was first allocated, whatever happened later.",
    examples: [
      """
      | pupil | group   | before | after |
      | P01   | Tutored | 12     | 14    |
      | P02   | ↓       | 14     | 15    |
      | P03   |         |        |       |
      """
    ]
  ) { record in
    guard record.record.pupilColumns[WellKnownField.group] != nil else { return [] }
    return record.pupils.filter { $0.entries[WellKnownField.group] == nil }.map {
      Remark($0.place(of: WellKnownField.group), "\($0.named) has no group")
    }
  }
}
