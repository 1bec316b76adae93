import StudyModel

extension Rule {
  static let fewPupils = Rule(
    code: "W501",
    severity: .note,
    title: "Fewer than ten pupils in a group",
    why: "With few pupils the result is more chance than programme; its interval says how much.",
    fix: "Nothing to do; from ten pupils in both groups together they count among all schools.",
    examples: [
      """
      | pupil | ↓group     | before | after |
      | P01   | Tutored    | 12     | 14    |
      | P02   | Comparison | 14     | 15    |
      """
    ]
  ) { record in
    let words = record.programme.words
    let few = [
      (words.interventionPupils, record.pupils(in: .intervention).count),
      (words.comparisonPupils, record.pupils(in: .comparison).count),
    ].filter { (1..<10).contains($0.1) }
    guard !few.isEmpty else { return [] }
    let counts = few.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
    return [Remark(record.heading(of: WellKnownField.group), "fewer than ten (\(counts))")]
  }
}
