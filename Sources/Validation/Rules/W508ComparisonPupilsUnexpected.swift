import StudyModel

extension Rule {
  static let comparisonPupilsUnexpected = Rule(
    code: "W508",
    severity: .query,
    title: "Comparison pupils, though there is said to be no comparison group",
    why: "With a comparison group far more can be said; without one these pupils are left out.",
    fix: "Check how you say that pupils were chosen, and the column of groups.",
    examples: [
      """
      | pupil | group        | before | after |
      | P01   | Tutored      | 12     | 14    |
      | P02   | ↓Comparison  | 14     | 15    |

      | question   | answer                       |
      | assignment | There is no comparison group |
      """
    ]
  ) { record in
    guard record.design == .single else { return [] }
    return record.pupils(in: .comparison).map { pupil in
      Remark(
        pupil.place(of: WellKnownField.group),
        "\(pupil.named) is a comparison pupil, and there is said to be no comparison group")
    }
  }
}
