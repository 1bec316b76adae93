import StudyModel

extension Rule {
  static let unlikeGroups = Rule(
    code: "W505",
    severity: .note,
    title: "The groups were unlike before the programme",
    why: """
      Groups more than a quarter of a standard deviation apart at the start cannot be made equal \
      by arithmetic alone.
      """,
    fix: "Nothing to do; the result allows for the difference as far as it can, and says so.",
    examples: [
      """
      | pupil | group      | ↓before | after |
      | P01   | Tutored    | 12      | 24    |
      | P02   | Tutored    | 14      | 28    |
      | P03   | Tutored    | 16      | 27    |
      | P04   | Comparison | 18      | 22    |
      | P05   | Comparison | 21      | 20    |
      | P06   | Comparison | 24      | 24    |
      """,
      """
      | pupil | group      | before  | after |
      | P01   | Tutored    | 12      | 24    |
      | P02   | Tutored    | 24      | 28    |
      | P03   | Comparison | 12.5    | 22    |
      | P04   | Comparison | 24      | 20    |
      """,
    ]
  ) { record in
    record.programme.outcomes.compactMap { outcome in
      guard record.design != .single, let distance = record.distanceBefore(outcome),
        abs(distance) > 0.25
      else { return nil }
      let higher =
        distance > 0
        ? record.programme.words.interventionPupils
        : record.programme.words.comparisonPupils
      let tenths = shown((abs(distance) * 100).rounded() / 100)
      return Remark(
        record.heading(of: WellKnownField.before(outcome)),
        "\(higher) were \(tenths) standard deviations higher before in \(outcome.label)")
    }
  }
}

extension InterpretedRecord {
  /// How far the intervention arm's mean before lies above the other's, in pooled standard
  /// deviations; nil where it cannot be told.
  func distanceBefore(_ outcome: Outcome) -> Double? {
    let first = pupils(in: .intervention).compactMap { $0.before(outcome) }
    let second = pupils(in: .comparison).compactMap { $0.before(outcome) }
    guard first.count >= 2, second.count >= 2, let one = mean(first), let other = mean(second)
    else { return nil }
    let variance =
      (sumOfSquares(first) + sumOfSquares(second)) / Double(first.count + second.count - 2)
    return variance > 0 ? (one - other) / variance.squareRoot() : nil
  }
}
