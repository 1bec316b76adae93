import Cells
import StudyModel

extension Rule {
  static let datesOutOfOrder = Rule(
    code: "W406",
    severity: .error,
    title: "The test after is not later than the test before",
    why: "What the programme did can only show in a test that comes after it.",
    fix: "Check both dates; the day and the month may have changed places.",
    examples: [
      """
      | question    | answer      |
      | date-before | 2026-09-14  |
      | date-after  | ↓2026-07-10 |
      """,
      """
      | question    | answer      |
      | date-before | 2026-03-02  |
      | date-after  | 10 July 2026 |
      """,
    ]
  ) { record in
    guard let before = record.answers[WellKnownField.dateBefore]?.date,
      let entry = record.answers[WellKnownField.dateAfter], let after = entry.date,
      after <= before
    else { return [] }
    return [
      Remark(
        entry, "\(after.inWords) is not later than \(before.inWords), the day of the first test")
    ]
  }
}
