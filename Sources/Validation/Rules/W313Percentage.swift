import StudyModel

extension Rule {
  static let percentage = Rule(
    code: "W313",
    severity: .error,
    title: "A percentage in place of a number",
    why: "85% is stored as 0.85, and what it is a percentage of is not said.",
    fix: "Type the raw mark, as on the mark sheet.",
    examples: [
      """
      | pupil | group   | before | after   | sessions |
      | P01   | Tutored | ↓85%   | ↓"90 %" | ↓50%     |
      | P02   | Tutored | 17     | 18      | 12       |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .percentage }.map {
      Remark($0, "\(record.quoted($0)) is a percentage, not a mark or a number")
    }
  }
}
