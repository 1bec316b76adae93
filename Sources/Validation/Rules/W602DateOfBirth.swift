import StudyModel

extension Rule {
  static let dateOfBirth = Rule(
    code: "W602",
    severity: .query,
    title: "What looks like a day of birth",
    why: "A day of birth with a class is often enough to know a pupil.",
    fix: "Clear the day of birth; the year group is enough.",
    examples: [
      """
      | pupil | group   | class      | before | after |
      | P01   | Tutored | 5A         | 12     | 14    |

      | question    | answer                 |
      | date-before | 2026-03-02             |
      | comments    | ↓One was born 4/5/2017 |

      | stray            |
      | ↓2016-05-12      |
      | ↓"12 March 2017" |
      | 2026-05-12       |
      """
    ]
  ) { record in
    record.cells(with: .dateOfBirth).map { Remark(.cell($0), "looks like a day of birth") }
  }
}
