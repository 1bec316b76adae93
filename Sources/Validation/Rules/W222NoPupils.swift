import StudyModel

extension Rule {
  static let noPupils = Rule(
    code: "W222",
    severity: .error,
    title: "No pupils",
    why: "There is nothing to analyse.",
    fix: "Fill in the sheet of pupils, save the workbook, and check that this file is that one.",
    examples: [
      """
      | ↓pupil | group | before | after |
      | P01    |       |        |       |
      """
    ]
  ) { record in
    guard record.pupils.isEmpty else { return [] }
    return [Remark(record.heading(of: WellKnownField.pupil), "no pupil has anything but a code")]
  }
}
