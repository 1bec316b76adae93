import StudyModel

extension Rule {
  static let notANumber = Rule(
    code: "W301",
    severity: .error,
    title: "Not a number",
    why: "Only a number can be compared; words in its place are left out, or guessed at.",
    fix: "Type the number alone. Leave the cell empty if there is none, and give the reason.",
    examples: [
      """
      | pupil | group   | before   | after          | sessions |
      | P01   | Tutored | "20"     | ↓17 (abs 1)    | 12       |
      | P02   | Tutored | ↓twenty  | "21,5"         | ↓most    |
      | P03   | Tutored | absent   | 20             | -        |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .notANumber }.map {
      Remark($0, "\(record.quoted($0)) is not a number")
    }
  }
}
