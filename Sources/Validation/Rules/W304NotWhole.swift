import StudyModel

extension Rule {
  static let notWhole = Rule(
    code: "W304",
    severity: .error,
    title: "Not a whole number",
    why: "Part of a session cannot be counted; often the number belongs in another column.",
    fix: "Type a whole number, and check that it is in the right column.",
    examples: [
      """
      | pupil | group   | before | after | sessions |
      | P01   | Tutored | 12.5   | 14    | 12       |
      | P02   | Tutored | 14     | 15    | ↓12.5    |
      """
    ]
  ) { record in
    record.entries.compactMap { entry in
      guard case .wholeNumber = entry.field.kind, let number = entry.number,
        number != number.rounded()
      else { return nil }
      return Remark(
        entry, "\(record.quoted(entry)) for ‘\(entry.field.label)’ is not a whole number")
    }
  }
}
