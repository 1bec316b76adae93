import StudyModel

extension Rule {
  static let emptyArm = Rule(
    code: "W502",
    severity: .error,
    title: "A group without pupils",
    why: "Without both groups nobody can tell the programme from the passing of time.",
    fix: """
      Check the column of groups. If there is no comparison group, say so where you say how pupils \
      were chosen.
      """,
    examples: [
      """
      | pupil | ↓group     | before | after |
      | P01   | Tutored    | 12     | 14    |
      | P02   | Tutored    | 14     | 15    |
      """,
      """
      | pupil | group      | before | after |
      | P01   | Tutored    | 12     | 14    |
      | P02   | Tutored    | 14     | 15    |

      | question   | answer                       |
      | assignment | There is no comparison group |
      """,
    ]
  ) { record in
    guard !record.pupils.isEmpty, record.pupils.allSatisfy({ record.arm(of: $0) != nil })
    else { return [] }
    let words = record.programme.words
    var needed: [(Arm, String)] = [(.intervention, words.intervention)]
    if record.design != .single { needed.append((.comparison, words.comparison)) }
    return needed.filter { record.pupils(in: $0.0).isEmpty }.map {
      Remark(record.heading(of: WellKnownField.group), "no pupil is in the group ‘\($0.1)’")
    }
  }
}
