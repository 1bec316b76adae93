import StudyModel

extension Rule {
  static let pairNotOfTwo = Rule(
    code: "W416",
    severity: .query,
    title: "A pair that is not one pupil of each group",
    why: "Pupils were allocated in pairs, and pairs are compared; a half pair cannot be.",
    fix: "Check the pair's code against the list by which pupils were allocated.",
    examples: [
      """
      design: pairs
      | pupil | group      | pair | before | after |
      | P01   | Tutored    | 1    | 12     | 14    |
      | P02   | Comparison | 1    | 14     | 15    |
      | P03   | Tutored    | ↓2   | 12     | 14    |
      | P04   | Tutored    | ↓3   | 14     | 15    |
      | P05   | Tutored    | ↓3   | 14     | 15    |
      | P06   | Comparison | ↓    | 14     | 15    |
      """
    ]
  ) { record in
    guard record.design == .pairs else { return [] }
    func pair(_ pupil: InterpretedPupil) -> String {
      pupil.entries[WellKnownField.pair]?.text?.lowercased() ?? ""
    }
    return Dictionary(grouping: record.pupils, by: pair).flatMap { pair, pupils in
      let arms = pupils.compactMap(\.arm)
      guard pair.isEmpty || arms.count != 2 || arms[0] == arms[1] else { return [Remark]() }
      return pupils.map { pupil in
        Remark(
          pupil.place(of: WellKnownField.pair),
          pair.isEmpty
            ? "\(pupil.named) has no pair"
            : "the pair of \(pupil.named) is not one pupil of each group")
      }
    }
  }
}
