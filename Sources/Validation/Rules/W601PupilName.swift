import StudyModel

extension Rule {
  static let pupilName = Rule(
    code: "W601",
    severity: .query,
    title: "What looks like a person's name",
    why: "Names must not leave the school; codes are enough to find a pupil in your key.",
    fix: "Clear the name, or say why it is none.",
    examples: [
      """
      | pupil | group   | class        | before | after | explanation              |
      | P01   | Tutored | ↓Anna Okafor | 12     | 14    |                          |
      | P02   | Tutored | 5 Blue       | 14     | 15    | ↓Priya was ill that week |
      | P03   | Tutored | ↓Mr Banda    | 14     | 15    |                          |
      | ↓Yusuf | Tutored | Oak Class   | 14     | 15    | Left early that day      |

      | question  | answer                          |
      | test-name | Salford Reading                 |
      | comments  | ↓Mrs Hughes helped all the time |

      | stray           |
      | Total Score     |
      | ↓Thandeka Moyo  |
      """,
      """
      | stray     |
      | Checked   |
      | Monday    |
      """,
      """
      | stray     |
      | ↓Thandeka |
      | ↓Lungile  |
      | ↓Sbusiso  |
      | ↓Nomvula  |
      | ↓Zinhle   |
      | 17        |
      """,
    ]
  ) { record in
    record.cells(with: .name).map { Remark(.cell($0), "looks like a person's name") }
  }
}
