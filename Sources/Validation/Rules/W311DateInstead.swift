import StudyModel

extension Rule {
  static let dateInstead = Rule(
    code: "W311",
    severity: .error,
    title: "A date where something else was asked for",
    why: """
      Spreadsheet programs make dates of 12.5, 3/4 or 1-2, and forget what was typed. \
      Stored as numbers, such dates are far larger than any score.
      """,
    fix: """
      Format the cell as a number (or as text, for a code), then type the value again. \
      Where the comma is the decimal sign, type 12,5.
      """,
    examples: [
      """
      | pupil | group   | before       | after        | class        |
      | P01   | Tutored | 12           | ↓2026-05-12  | 5B           |
      | P02   | Tutored | 1900-01-17   | 15           | ↓2026-04-03  |
      """,
      """
      | pupil | group   | before       | after        |
      | P01   | Tutored | 12.5         | 14           |
      | P02   | Tutored | 2026-05-12   | ↓2026-05-12  |
      | P03   | Tutored | ↓2026-07-03  | 15           |
      """,
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .dateInstead }.map {
      Remark(
        $0, "\(record.quoted($0)) is a date, and ‘\($0.field.label)’ asks for something else")
    }
  }
}
