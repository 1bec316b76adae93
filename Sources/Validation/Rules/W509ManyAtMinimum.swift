import StudyModel

extension Rule {
  static let manyAtMinimum = Rule(
    code: "W509",
    severity: .note,
    title: "More than a quarter of the scores are the lowest mark",
    why: "A test that is too hard cannot show what the weakest pupils learned.",
    fix: "Check that no zero stands for an absent pupil; next time choose an easier test.",
    examples: [
      """
      | pupil | group      | ↓before | after |
      | P01   | Tutored    | 0       | 4     |
      | P02   | Tutored    | 0       | 6     |
      | P03   | Tutored    | 0       | 3     |
      | P04   | Tutored    | 8       | 12    |
      | P05   | Comparison | 1       | 2     |
      | P06   | Comparison | 4       | 0     |
      | P07   | Comparison | 7       | 9     |
      | P08   | Comparison | 3       | 2     |
      """
    ]
  ) { record in
    record.columnsWithManyScores { $0.minimum }.map { column in
      Remark(
        record.heading(of: column.field),
        "\(column.share) scores are the lowest mark, \(shown(column.score))")
    }
  }
}
