import StudyModel

extension Rule {
  static let noSpread = Rule(
    code: "W507",
    severity: .note,
    title: "Every pupil has the same score",
    why: "A test on which all are equal says nothing of who learned more.",
    fix: "Check the column against the mark sheets.",
    examples: [
      """
      | pupil | group      | ↓before | after |
      | P01   | Tutored    | 12      | 14    |
      | P02   | Tutored    | 12      | 15    |
      | P03   | Comparison | 12      | 18    |
      """
    ]
  ) { record in
    record.markFields.compactMap { field in
      let marks = record.pupils.compactMap { $0.entries[field.id]?.number }
      guard marks.count >= 3, let only = marks.first, Set(marks).count == 1 else { return nil }
      return Remark(
        record.heading(of: field.id), "all \(marks.count) scores are \(shown(only))")
    }
  }
}
