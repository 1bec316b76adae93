package import StudyModel

/// What validation says of one workbook.
package struct ValidationOutcome: Sendable {
  /// In the order of sheets, rows, columns and codes.
  package let findings: [Finding]
  /// Every value that was read differently from how it was typed.
  package let repairs: [Repair]
  /// The data, unless there is an error to put right.
  package let data: StudyData?

  init(findings: [Finding], repairs: [Repair], data: StudyData?) {
    self.findings = findings
    self.repairs = repairs
    self.data = data
  }
}
