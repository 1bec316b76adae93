import StudyModel

extension Rule {
  static let spreadChanged = Rule(
    code: "W511",
    severity: .query,
    title: "Scores twice as far apart after as before, or half as far",
    why: "Two forms of one test spread pupils alike; otherwise the tests or their marking differ.",
    fix: "Check that both columns are raw marks of the same test.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 18     | 12     |
      | P02   | Tutored    | 19     | 16     |
      | P03   | Tutored    | 20     | 22     |
      | P04   | Tutored    | 21     | 25     |
      | P05   | Comparison | 22     | 27     |
      | P06   | Comparison | 19     | 20     |
      | P07   | Comparison | 20     | 24     |
      | P08   | Comparison | 23     | 34     |
      """
    ]
  ) { record in
    record.programme.outcomes.compactMap { outcome in
      let pairs = record.pairs(of: outcome)
      let before = sumOfSquares(pairs.map(\.before))
      guard pairs.count >= 8, before > 0 else { return nil }
      let ratio = (sumOfSquares(pairs.map(\.after)) / before).squareRoot()
      guard ratio > 2 || (ratio < 0.5 && ratio > 0) else { return nil }
      return Remark(
        record.heading(of: WellKnownField.after(outcome)),
        "\(outcome.label) scores after spread \(shown((ratio * 10).rounded() / 10)) times as far "
          + "as before")
    }
  }
}
