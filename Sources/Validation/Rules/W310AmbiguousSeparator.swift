import StudyModel

extension Rule {
  static let ambiguousSeparator = Rule(
    code: "W310",
    severity: .error,
    title: "A comma or point that can be read in two ways",
    why: "1,234 is one and a bit where the comma is the decimal sign, and else a thousand or more.",
    fix: "Type the number with a decimal point and no other sign, or as a whole number.",
    examples: [
      """
      | pupil | group   | before | after  |
      | P01   | Tutored | ↓1,234 | 12,5   |
      | P02   | Tutored | 14     | 1,234  |
      """,
      """
      | pupil | group   | before   | after |
      | P01   | Tutored | 12,5     | 15    |
      | P02   | Tutored | ↓"1.234" | 14    |
      """,
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .ambiguousSeparator }.map {
      Remark($0, "\(record.quoted($0)) may be one and a bit, or more than a thousand")
    }
  }
}
