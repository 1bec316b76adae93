import Cells
import StudyModel

extension Rule {
  static let dateOutsideRound = Rule(
    code: "W419",
    severity: .query,
    title: "A test more than a year away from its round",
    why: "The year is most often a slip, or the date is another test's.",
    fix: "Check the year.",
    examples: [
      """
      | question    | answer      |
      | date-before | ↓2016-03-02 |
      | date-after  | 2026-07-10  |
      """
    ]
  ) { record in
    let wave = record.record.identity.wave
    guard let year = Int(wave.prefix(4)) else { return [] }
    return [WellKnownField.dateBefore, WellKnownField.dateAfter].compactMap { field in
      guard let entry = record.answers[field], let date = entry.date,
        !(year - 1...year + 1).contains(date.year)
      else { return nil }
      return Remark(entry, "\(date.inWords) is far from the round \(wave)")
    }
  }
}
