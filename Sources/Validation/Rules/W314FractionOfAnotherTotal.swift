import StudyModel

extension Rule {
  static let fractionOfAnotherTotal = Rule(
    code: "W314",
    severity: .error,
    title: "A number out of another total",
    why: "A mark out of another number than this test's may be of another test.",
    fix: "Type the number alone; if it is a mark, check that it is of the right test.",
    examples: [
      """
      | pupil | group   | before | after  |
      | P01   | Tutored | 17/40  | ↓17/20 |
      | P02   | Tutored | 14     | 15     |
      """
    ]
  ) { record in
    record.entries.compactMap { entry in
      guard case .fraction(let total) = entry.difficulty else { return nil }
      let highest = record.asked.outcomes[entry.field.id].map {
        ", and the highest mark is \(shown($0.maximum))"
      }
      return Remark(entry, "\(record.quoted(entry)) is out of \(shown(total))\(highest ?? "")")
    }
  }
}
