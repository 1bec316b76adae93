import StudyModel

extension Rule {
  static let scoreMissingWithoutReason = Rule(
    code: "W404",
    severity: .query,
    title: "No score, and no reason",
    why: "Pupils who leave are often unlike those who stay; the reasons show whether it matters.",
    fix: "Type the score, or choose the reason why there is none.",
    examples: [
      """
      | pupil | group   | before | after  | missing-reason | explanation  |
      | P01   | Tutored | 12     | 14     |                |              |
      | P02   | Tutored | 14     | ↓      |                |              |
      | P03   | Tutored | 14     | absent |                |              |
      | P04   | Tutored | 14     | ↓n/a   |                | Lost the page |
      | P05   | Tutored | 14     |        | Absent         |              |
      | P06   | Tutored | #N/A   | 20     |                |              |
      """
    ]
  ) { record in
    record.pupils.filter { $0.missingReason == nil && $0.hasNoReasonTyped }.flatMap { pupil in
      record.markFields.filter { pupil.hasNoMark($0.id) }.map { field in
        Remark(
          pupil.place(of: field.id),
          "\(pupil.named) has nothing for ‘\(field.label)’, and no reason is given")
      }
    }
  }
}

extension InterpretedPupil {
  /// A reason that cannot be understood is another rule's.
  fileprivate var hasNoReasonTyped: Bool { entries[WellKnownField.missingReason] == nil }

  /// Whether there is no mark; a mark that cannot be understood is another rule's.
  func hasNoMark(_ field: String) -> Bool {
    switch entries[field]?.value {
    case nil, .noScore: true
    default: false
    }
  }
}

extension InterpretedRecord {
  /// The fields for marks, outcome by outcome, before and then after, as far as they are there.
  var markFields: [Field] {
    programme.outcomes.flatMap {
      [WellKnownField.before($0), WellKnownField.after($0)]
    }.compactMap { record.pupilColumns[$0] == nil ? nil : asked.ofPupils[$0] }
  }
}
