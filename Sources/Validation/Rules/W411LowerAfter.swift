import StudyModel

extension Rule {
  static let lowerAfter = Rule(
    code: "W411",
    severity: .query,
    title: "Most pupils have a lower score after than before",
    why: "Pupils seldom get worse at school; more often two columns have changed places.",
    fix: "Check which column is which test, and that both tests have the same highest mark.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 20     | 12     |
      | P02   | Tutored    | 25     | 15     |
      | P03   | Tutored    | 18     | 17     |
      | P04   | Tutored    | 33     | 10     |
      | P05   | Comparison | 17     | 11     |
      | P06   | Comparison | 29     | 20     |
      | P07   | Comparison | 5      | 9      |
      | P08   | Comparison | 21     | 9      |
      """
    ]
  ) { record in
    record.programme.outcomes.compactMap { outcome in
      let pairs = record.pairs(of: outcome)
      let lower = pairs.count { $0.after < $0.before }
      guard pairs.count >= 8, lower * 3 > pairs.count * 2 else { return nil }
      return Remark(
        record.heading(of: WellKnownField.after(outcome)),
        "\(share(lower, of: pairs.count)) pupils have a lower \(outcome.label) score after")
    }
  }
}
