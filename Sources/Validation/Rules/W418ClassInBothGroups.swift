import StudyModel

extension Rule {
  static let classInBothGroups = Rule(
    code: "W418",
    severity: .query,
    title: "A class in both groups, where classes were allocated",
    why: "Whole classes were allocated, so the pupils of a class share its group.",
    fix: "Check the group and the class, as they were when the programme began.",
    examples: [
      """
      design: cluster
      | pupil | group        | class | before | after |
      | P01   | Tutored      | 5A    | 12     | 14    |
      | P02   | Tutored      | 5A    | 12     | 14    |
      | P03   | ↓Comparison  | 5a    | 14     | 15    |
      | P04   | Comparison   | 5B    | 14     | 15    |
      """
    ]
  ) { record in
    guard record.design == .cluster else { return [] }
    let classes = Dictionary(grouping: record.pupils) {
      $0.entries[WellKnownField.className]?.text?.lowercased() ?? ""
    }
    return classes.filter { !$0.key.isEmpty }.values.flatMap { pupils in
      let taught = pupils.count { $0.arm == .intervention }
      let rarer: Arm = taught * 2 < pupils.count ? .intervention : .comparison
      guard taught > 0 else { return [Remark]() }
      return pupils.filter { $0.arm == rarer }.map { pupil in
        Remark(
          pupil.place(of: WellKnownField.group),
          "others of the class of \(pupil.named) are in the other group")
      }
    }
  }
}
