import StudyModel

extension Rule {
  static let uniquePupilNumber = Rule(
    code: "W605",
    severity: .error,
    title: "A unique pupil number",
    why: "The number names one pupil for life, and this one has the right check letter.",
    fix:
      "Clear the number and use the code from your key. Delete every copy of this file but the corrected one.",
    examples: [
      """
      | pupil          | group   | class | before | after |
      | ↓B801200005001 | Tutored | 5A    | 12     | 14    |
      | B801200005002  | Tutored | 5A    | 12     | 14    |

      | stray                |
      | ↓UPN b801200005001   |
      """
    ]
  ) { record in
    record.cells(with: .uniquePupilNumber).map {
      Remark(.cell($0), "holds a unique pupil number")
    }
  }
}
