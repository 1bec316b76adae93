import StudyModel

extension Rule {
  static let pupilCodeMissing = Rule(
    code: "W402",
    severity: .error,
    title: "A pupil without a code",
    why: "Without a code nobody, you included, can tell whose row it is.",
    fix: "Type the pupil's code from your key, or clear the row if it is nobody's.",
    examples: [
      """
      | pupil | group   | before | after |
      | P01   | Tutored | 12     | 14    |
      | ↓     | Tutored | 14     | 15    |
      | ↓" "  |         | 14     |       |
      """
    ]
  ) { record in
    record.pupils.filter { $0.entries[WellKnownField.pupil] == nil }.map {
      Remark($0.place(of: WellKnownField.pupil), "row \($0.row) has no pupil code")
    }
  }
}
