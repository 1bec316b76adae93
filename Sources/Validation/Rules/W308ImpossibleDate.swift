import Cells
import StudyModel

extension Rule {
  static let impossibleDate = Rule(
    code: "W308",
    severity: .error,
    title: "A day that does not exist, or not in our time",
    why: "A slip of the keys; which day was meant cannot be known.",
    fix: "Type the day again, as in 2026-07-10.",
    examples: [
      """
      | question    | answer      |
      | date-before | ↓31/02/2026 |
      | date-after  | ↓1926-07-10 |
      """
    ]
  ) { record in
    record.entries.compactMap { entry in
      if entry.difficulty == .impossibleDate {
        return Remark(entry, "\(record.quoted(entry)) is not a day of any calendar")
      }
      guard let date = entry.date, !(2000...2100).contains(date.year) else { return nil }
      return Remark(entry, "\(date.inWords) is not between 2000 and 2100")
    }
  }
}
