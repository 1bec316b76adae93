import StudyModel

extension Rule {
  static let severalNumbers = Rule(
    code: "W316",
    severity: .error,
    title: "More than one number in a cell",
    why: "Two rows may have been merged, or two marks of one pupil; one cell holds one number.",
    fix: "Give each pupil a row, and each mark a cell of its own.",
    examples: [
      """
      | pupil | group   | before | after   |
      | P01   | Tutored | ↓12 14 | ↓17; 18 |
      | P02   | Tutored | 14     | 15      |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .severalNumbers }.map {
      Remark($0, "\(record.quoted($0)) is more than one number")
    }
  }
}
