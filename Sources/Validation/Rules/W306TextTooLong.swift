import StudyModel

extension Rule {
  static let textTooLong = Rule(
    code: "W306",
    severity: .query,
    title: "Longer than was asked for",
    why: "Codes are short; a long text often says more about a pupil than it should.",
    fix: "Type a short code or fewer words, and no names.",
    examples: [
      """
      | pupil | group   | before | after | class                       |
      | P01   | Tutored | 12     | 14    | ↓the one beside the library |
      | P02   | Tutored | 14     | 15    | 5B                          |
      """
    ]
  ) { record in
    record.entries.compactMap { entry in
      guard case .text(let limit) = entry.field.kind, let length = entry.text?.count,
        length > limit
      else { return nil }
      return Remark(
        entry, "\(length) characters for ‘\(entry.field.label)’, where \(limit) were asked for")
    }
  }
}
