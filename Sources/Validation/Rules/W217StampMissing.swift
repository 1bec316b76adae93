import StudyModel

extension Rule {
  static let stampMissing = Rule(
    code: "W217",
    severity: .note,
    title: "The workbook's hidden stamp is gone",
    why: """
      The stamp says which school, programme and round a workbook belongs to. Some programs drop \
      it when they save; the same is also written elsewhere, and was found there.
      """,
    fix: "Check that the report names your school's code.",
    examples: [
      """
      | layout         | what                |
      | ↓stamp missing | document properties |
      """
    ]
  ) { record in
    record.record.layoutRemarks.compactMap { remark in
      guard case .stampMissing(let place) = remark else { return nil }
      return Remark(.workbook, "the hidden stamp is gone; what it said was found in \(place)")
    }
  }
}
