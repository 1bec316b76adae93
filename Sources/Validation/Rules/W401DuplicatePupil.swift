import Cells
import StudyModel

extension Rule {
  static let duplicatePupil = Rule(
    code: "W401",
    severity: .error,
    title: "The same pupil twice",
    why: "A pupil counted twice makes the result look surer than it is, or mixes two pupils up.",
    fix: "Look the code up in your key, and give each pupil one row and a code of its own.",
    examples: [
      """
      | pupil  | group   | before | after |
      | P01    | Tutored | 12     | 14    |
      | P02    | Tutored | 14     | 15    |
      | ↓"p01 " | Tutored | 16     | 17    |
      """
    ]
  ) { record in
    var rows: [String: Int] = [:]
    return record.pupils.compactMap { pupil in
      guard let code = pupil.code?.lowercased() else { return nil }
      guard let first = rows[code] else {
        rows[code] = pupil.row
        return nil
      }
      return Remark(
        pupil.place(of: WellKnownField.pupil), "the code of this pupil is also in row \(first)")
    }
  }
}
