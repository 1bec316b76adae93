import StudyModel

extension Rule {
  static let classMissing = Rule(
    code: "W417",
    severity: .error,
    title: "A pupil without a class, where classes were allocated",
    why: "Whole classes were compared, so each pupil's class must be known.",
    fix: "Type the code of the pupil's class when the programme began.",
    examples: [
      """
      design: cluster
      | pupil | group      | class | before | after |
      | P01   | Tutored    | 5A    | 12     | 14    |
      | P02   | Comparison | ↓     | 14     | 15    |
      """
    ]
  ) { record in
    guard record.design == .cluster else { return [] }
    return record.pupils.filter { $0.entries[WellKnownField.className] == nil }.map { pupil in
      Remark(pupil.place(of: WellKnownField.className), "\(pupil.named) has no class")
    }
  }
}
