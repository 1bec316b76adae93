import StudyModel

extension Rule {
  static let columnRenamed = Rule(
    code: "W215",
    severity: .note,
    title: "A column has another heading",
    why: "The column was found by its place or by a heading much like its own.",
    fix: "Check that the column holds what its first heading asked for.",
    examples: [
      """
      | layout          | what |
      | ↓column renamed | C4   |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .columnRenamed(let expected, let found, let heading) = remark
      else { return nil }
      let isSafe = record.privacyScreen.details(in: heading).isEmpty
      return Remark(
        .cell(found),
        "the column ‘\(expected)’ is now headed \(isSafe ? "‘\(heading)’" : "otherwise")")
    }
  }
}
