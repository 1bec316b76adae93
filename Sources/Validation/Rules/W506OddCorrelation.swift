import StudyModel

extension Rule {
  static let oddCorrelation = Rule(
    code: "W506",
    severity: .query,
    title: "Scores before and after agree too little, or too well",
    why: """
      Pupils who did well before mostly do well after. A correlation under .3 often means mixed-up \
      rows or two unlike tests; one over .97, that one column was made from the other.
      """,
    fix: "Check some pupils of both columns against the mark sheets.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 12     | 25     |
      | P02   | Tutored    | 25     | 15     |
      | P03   | Tutored    | 8      | 19     |
      | P04   | Tutored    | 33     | 24     |
      | P05   | Tutored    | 17     | 12     |
      | P06   | Comparison | 29     | 30     |
      | P07   | Comparison | 5      | 31     |
      | P08   | Comparison | 21     | 16     |
      | P09   | Comparison | 14     | 23     |
      | P10   | Comparison | 20     | 14     |
      """,
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 12     | 14     |
      | P02   | Tutored    | 25     | 27     |
      | P03   | Tutored    | 8      | 10     |
      | P04   | Tutored    | 33     | 35     |
      | P05   | Tutored    | 17     | 19     |
      | P06   | Comparison | 29     | 31     |
      | P07   | Comparison | 5      | 7      |
      | P08   | Comparison | 21     | 23     |
      | P09   | Comparison | 14     | 16     |
      | P10   | Comparison | 20     | 23     |
      """,
    ]
  ) { record in
    record.programme.outcomes.compactMap { outcome in
      let pairs = record.pairs(of: outcome)
      guard pairs.count >= 10, !record.hasSameScoresTwice(outcome),
        !record.looksShifted(outcome),
        let agreement = correlation(pairs.map { ($0.before, $0.after) }),
        agreement < 0.3 || agreement > 0.97
      else { return nil }
      let rounded = shown((agreement * 1000).rounded() / 1000)
      return Remark(
        record.heading(of: WellKnownField.after(outcome)),
        "\(outcome.label) scores before and after have a correlation of \(rounded)")
    }
  }
}
