import StudyModel

extension Rule {
  static let uniqueLearnerNumber = Rule(
    code: "W606",
    severity: .error,
    title: "A unique learner number",
    why: "The number names one learner for life, and this one has the right check digit.",
    fix:
      "Clear the number and use the code from your key. Delete every copy of this file but the corrected one.",
    examples: [
      """
      | pupil | group   | class       | before | after       |
      | P01   | Tutored | ↓1000000027 | 12     | ↓1000000027 |
      | P02   | Tutored | 1000000028  | 12     | 14          |
      """
    ]
  ) { record in
    record.cells(with: .uniqueLearnerNumber).map {
      Remark(.cell($0), "holds a unique learner number")
    }
  }
}
