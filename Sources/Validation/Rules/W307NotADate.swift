import StudyModel

extension Rule {
  static let notADate = Rule(
    code: "W307",
    severity: .error,
    title: "Not a date",
    why: "The days of the tests tell how long the programme had to work.",
    fix: "Type the day as in 2026-07-10.",
    examples: [
      """
      | question    | answer       |
      | date-before | ↓last autumn |
      | date-after  | ↓10/07/26 or so |
      """,
      """
      | question    | answer          |
      | date-before | 14th March 2026 |
      | date-after  | ↓17             |
      """,
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .notADate }.map {
      Remark($0, "\(record.quoted($0)) is not a date")
    }
  }
}
