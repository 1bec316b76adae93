import StudyModel

extension Rule {
  static let moreSessionsThanPlanned = Rule(
    code: "W407",
    severity: .query,
    title: "More sessions than were planned",
    why: "How many sessions a pupil had shows whether more of them help more.",
    fix: "Check the register, and the number of sessions planned.",
    examples: [
      """
      | pupil | group   | before | after | sessions | explanation     |
      | P01   | Tutored | 12     | 14    | 12       |                 |
      | P02   | Tutored | 14     | 15    | ↓13      |                 |
      | P03   | Tutored | 14     | 15    | ↓15      | Three as extras |

      | question         | answer |
      | sessions-planned | 12     |
      """
    ]
  ) { record in
    let planned =
      record.answers[WellKnownField.sessionsPlanned]?.number
      ?? Double(record.programme.dose.sessionsPlanned)
    return record.pupils.filter { $0.arm != .comparison }.compactMap { pupil in
      guard let entry = pupil.entries[WellKnownField.sessions], let attended = pupil.sessions,
        attended > planned, planned > 0
      else { return nil }
      return Remark(
        entry, "\(pupil.named) attended \(shown(attended)) sessions of \(shown(planned)) planned")
    }
  }
}
