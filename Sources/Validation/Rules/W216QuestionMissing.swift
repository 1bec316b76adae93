import StudyModel

extension Rule {
  static let questionMissing = Rule(
    code: "W216",
    severity: .query,
    title: "A question is missing",
    why: "A question that was deleted took its answer with it.",
    fix: "Put the question back as it was and answer it, or ask for a new workbook.",
    examples: [
      """
      | layout            | what       |
      | ↓question missing | Year group |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .questionMissing(let label, let sheet) = remark else { return nil }
      return Remark(.sheet(sheet), "the question ‘\(label)’ is not there")
    }
  }
}
