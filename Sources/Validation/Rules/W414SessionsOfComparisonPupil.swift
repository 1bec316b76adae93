import StudyModel

extension Rule {
  static let sessionsOfComparisonPupil = Rule(
    code: "W414",
    severity: .query,
    title: "A comparison pupil who attended sessions",
    why: "A comparison pupil who took part makes the programme look weaker than it is.",
    fix: """
      Clear the sessions, or leave them if the pupil did take part; the group stays as first \
      allocated.
      """,
    examples: [
      """
      | pupil | group      | before | after | sessions |
      | P01   | Tutored    | 12     | 14    | 12       |
      | P02   | Comparison | 14     | 15    | ↓12      |
      | P03   | Comparison | 14     | 15    | 0        |
      """
    ]
  ) { record in
    record.pupils(in: .comparison).compactMap { pupil in
      guard let entry = pupil.entries[WellKnownField.sessions], let attended = pupil.sessions,
        attended > 0
      else { return nil }
      return Remark(
        entry, "\(pupil.named) is a comparison pupil, and attended \(shown(attended)) sessions")
    }
  }
}
