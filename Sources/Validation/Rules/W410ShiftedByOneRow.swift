import StudyModel

extension Rule {
  static let shiftedByOneRow = Rule(
    code: "W410",
    severity: .query,
    title: "A column of scores moved by one row",
    why: "One cell too many or too few, and every pupil has a neighbour's score.",
    fix: "Check the first and the last score of both columns against the mark sheets.",
    examples: [
      """
      | pupil | group      | before | ↓after |
      | P01   | Tutored    | 12     | 30     |
      | P02   | Tutored    | 25     | 15     |
      | P03   | Tutored    | 8      | 27     |
      | P04   | Tutored    | 33     | 10     |
      | P05   | Comparison | 17     | 35     |
      | P06   | Comparison | 29     | 20     |
      | P07   | Comparison | 5      | 31     |
      | P08   | Comparison | 21     | 9      |
      | P09   | Comparison | 14     | 23     |
      """
    ]
  ) { record in
    record.programme.outcomes.filter(record.looksShifted).map { outcome in
      Remark(
        record.heading(of: WellKnownField.after(outcome)),
        "\(outcome.label) scores after agree better with the pupils of the next or last row")
    }
  }
}

extension InterpretedRecord {
  /// Whether marks after go with the marks before of neighbours, and not with those of their row.
  ///
  /// A correlation of at least .8 that is .4 or more above that of the rows as they stand; with
  /// fewer than eight pairs chance alone does that too often.
  func looksShifted(_ outcome: Outcome) -> Bool {
    func agreement(shiftedBy shift: Int) -> Double? {
      let pairs = pupils.indices.compactMap { row -> (Double, Double)? in
        guard pupils.indices.contains(row + shift), let before = pupils[row].before(outcome),
          let after = pupils[row + shift].after(outcome)
        else { return nil }
        return (before, after)
      }
      return pairs.count >= 8 ? correlation(pairs) : nil
    }
    guard let asIs = agreement(shiftedBy: 0) else { return false }
    return [agreement(shiftedBy: 1), agreement(shiftedBy: -1)].contains {
      ($0 ?? 0) >= 0.8 && ($0 ?? 0) - asIs >= 0.4
    }
  }
}
