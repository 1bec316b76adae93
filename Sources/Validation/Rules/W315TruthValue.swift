import StudyModel

extension Rule {
  static let truthValue = Rule(
    code: "W315",
    severity: .error,
    title: "TRUE or FALSE where something else was asked for",
    why: "It is the result of a comparison, or a tick of a box, and no value that can be used.",
    fix: "Type the value itself.",
    examples: [
      """
      | pupil | group  | before | after  | sessions |
      | P01   | ↓TRUE  | 12     | ↓FALSE | ↓TRUE    |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .truthValue }.map {
      Remark($0, "\($0.cell.asTyped) is not an answer to ‘\($0.field.label)’")
    }
  }
}
