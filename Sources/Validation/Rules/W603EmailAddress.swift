import StudyModel

extension Rule {
  static let emailAddress = Rule(
    code: "W603",
    severity: .query,
    title: "An email address",
    why: "An email address names a person.",
    fix: "Clear the address; write to us by email rather than in the workbook.",
    examples: [
      """
      | question | answer                                |
      | comments | ↓Ask deputy@school.example for more   |

      | stray            |
      | 3 @ 10 minutes   |
      """
    ]
  ) { record in
    record.cells(with: .email).map { Remark(.cell($0), "holds an email address") }
  }
}
