import Cells
import StudyModel

extension Rule {
  static let errorValue = Rule(
    code: "W312",
    severity: .error,
    title: "An error value",
    why: "The cell holds a formula that failed, so there is no value to use.",
    fix: "Type the value itself. Leave the cell empty if there is none, and give the reason.",
    examples: [
      """
      | pupil  | group   | before | after    |
      | P01    | Tutored | ↓#N/A  | 12       |
      | P02    | ↓#REF!  | 14     | ↓"#N/A"  |
      """
    ]
  ) { record in
    record.entries.compactMap { entry in
      guard case .errorValue(let error) = entry.difficulty else { return nil }
      return Remark(entry, "\(error.text) is an error value of the spreadsheet program")
    }
  }
}
