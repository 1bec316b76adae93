import StudyModel

extension Rule {
  static let ambiguousDate = Rule(
    code: "W309",
    severity: .error,
    title: "A day that can be read in two ways",
    why: "Some countries write the day first, others the month; we do not guess.",
    fix: "Type the day as in 2026-07-10: the year, the month, the day.",
    examples: [
      """
      | question    | answer      |
      | date-before | ↓03/04/2026 |
      | date-after  | 13/07/2026  |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .ambiguousDate }.map {
      Remark($0, "\(record.quoted($0)) may have the day first, or the month")
    }
  }
}
