import StudyModel

extension Rule {
  static let aadhaarNumber = Rule(
    code: "W607",
    severity: .error,
    title: "An Aadhaar number",
    why: "The number names one person for life, and this one has the right check digit.",
    fix:
      "Clear the number and use the code from your key. Delete every copy of this file but the corrected one.",
    examples: [
      """
      | pupil | group   | class          | before | after |
      | P01   | Tutored | ↓2345 6789 0124 | 12     | 14    |
      | P02   | Tutored | 2345 6789 0125  | 12     | 14    |

      | stray         |
      | ↓234567890124 |
      """
    ]
  ) { record in
    record.cells(with: .aadhaarNumber).map {
      Remark(.cell($0), "holds an Aadhaar number")
    }
  }
}
