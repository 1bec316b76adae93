import StudyModel

extension Rule {
  static let sheetRenamed = Rule(
    code: "W212",
    severity: .note,
    title: "A sheet has another name",
    why: "The sheet was found by what is in it, so nothing is lost.",
    fix: "Nothing to do.",
    examples: [
      """
      | layout         | what     |
      | ↓sheet renamed | Children |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .sheetRenamed(let expected, let found) = remark else { return nil }
      return Remark(.sheet(found), "the sheet \(expected) is now called ‘\(found)’")
    }
  }
}
