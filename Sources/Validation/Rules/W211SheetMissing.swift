import StudyModel

extension Rule {
  static let sheetMissing = Rule(
    code: "W211",
    severity: .error,
    title: "A sheet is missing",
    why: "Without the sheet its answers are lost, and the study cannot be understood.",
    fix: "Copy the sheet back from the workbook you were sent, or ask for a new workbook.",
    examples: [
      """
      | layout         | what  |
      | ↓sheet missing | About |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .sheetMissing(let name) = remark else { return nil }
      return Remark(.sheet(name), "the sheet \(name) is not there")
    }
  }
}
