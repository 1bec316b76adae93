import StudyModel

extension Rule {
  static let zeroTwice = Rule(
    code: "W408",
    severity: .query,
    title: "Zero before and after",
    why: "A zero for a pupil who was not there pulls the mean of the group down.",
    fix: "If the pupil was absent, clear both scores and choose the reason.",
    examples: [
      """
      | pupil | group   | before | after |
      | P01   | Tutored | 0      | ↓0    |
      | P02   | Tutored | 0      | 15    |
      """
    ]
  ) { record in
    record.programme.outcomes.flatMap { outcome in
      record.pupils.filter { $0.before(outcome) == 0 && $0.after(outcome) == 0 }.map { pupil in
        Remark(
          pupil.place(of: WellKnownField.after(outcome)),
          "\(pupil.named) has a \(outcome.label) score of 0 both times: absent?")
      }
    }
  }
}
