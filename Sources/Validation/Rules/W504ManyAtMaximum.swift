import StudyModel

extension Rule {
  static let manyAtMaximum = Rule(
    code: "W504",
    severity: .note,
    title: "More than a quarter of the scores are the highest mark",
    why: "A test that is too easy cannot show what the strongest pupils learned.",
    fix: "Nothing to do now; next time choose a harder test.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 40     | 40     |
      | P02   | Tutored    | 12     | 40     |
      | P03   | Tutored    | 14     | 40     |
      | P04   | Tutored    | 18     | 22     |
      | P05   | Comparison | 11     | 20     |
      | P06   | Comparison | 40     | 24     |
      | P07   | Comparison | 17     | 19     |
      | P08   | Comparison | 13     | 23     |
      """
    ]
  ) { record in
    record.columnsWithManyScores { $0.maximum }.map { column in
      Remark(
        record.heading(of: column.field),
        "\(column.share) scores are the highest mark, \(shown(column.score))")
    }
  }
}

extension InterpretedRecord {
  /// The columns in which more than a quarter of at least eight scores are the same given one.
  func columnsWithManyScores(
    of score: (Outcome) -> Double
  ) -> [(field: String, score: Double, share: String)] {
    programme.outcomes.flatMap { outcome in
      [WellKnownField.before(outcome), WellKnownField.after(outcome)].compactMap { field in
        let marks = pupils.compactMap { $0.entries[field]?.number }
        let there = marks.count { $0 == score(outcome) }
        guard marks.count >= 8, there * 4 > marks.count else { return nil }
        return (field, score(outcome), share(there, of: marks.count))
      }
    }
  }
}
