import StudyModel

extension Rule {
  static let neededEntryMissing = Rule(
    code: "W420",
    severity: .query,
    title: "A pupil without something that the programme needs to know",
    why: "Pupils about whom it is not known are left out where results are looked at by it.",
    fix: "Fill the cell in.",
    examples: [
      """
      | pupil | group      | before | after | eligible |
      | P01   | Tutored    | 12     | 14    | Yes      |
      | P02   | Comparison | 14     | 15    | ↓        |
      """
    ]
  ) { record in
    let ownRules = [WellKnownField.group, WellKnownField.role, WellKnownField.pupil]
    let needed = record.programme.pupilFields.filter {
      $0.isRequired && record.record.pupilColumns[$0.id] != nil && !ownRules.contains($0.id)
    }
    return record.pupils.flatMap { pupil in
      needed.filter { pupil.entries[$0.id] == nil }.map { field in
        Remark(pupil.place(of: field.id), "\(pupil.named) has nothing for ‘\(field.label)’")
      }
    }
  }
}
