import StudyModel

extension Rule {
  static let programmeVersion = Rule(
    code: "W219",
    severity: .note,
    title: "The programme has changed since the workbook was made",
    why: "The workbook is read as it was made; its questions may differ from newer ones.",
    fix: "Nothing to do.",
    examples: [
      """
      | layout             | what |
      | ↓programme version | 0.9  |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .programmeVersion(let workbook, let current) = remark else { return nil }
      return Remark(
        .workbook, "the workbook is of version \(workbook), the programme now of \(current)")
    }
  }
}
