import Cells
import StudyModel

/// The data of a record in which no rule found an error.
///
/// What may be about a person goes no further: codes get stand-ins, so that pupils who share a class
/// still do, and words are left out. Nil where a pupil has no code or no arm, which the rules call
/// an error as well.
func studyData(
  from record: InterpretedRecord, leavingOut personal: Set<CellAddress>
) -> StudyData? {
  let standIns = StandIns(for: record, at: personal)
  var pupils: [Pupil] = []
  for row in record.pupils {
    guard let pupil = pupil(row, in: record, standIns) else { return nil }
    pupils.append(pupil)
  }
  let answers = record.answers.filter { !personal.contains($0.value.address) }
  return StudyData(
    identity: record.record.identity, programme: record.programme, design: record.design,
    assignment: record.assignment, pupils: pupils, answers: answers.compactMapValues(\.answer),
    isWaitlist: record.draw?.isWaitlist ?? false, itemMarks: record.itemMarks)
}

extension InterpretedRecord {
  /// In the order of codes, so that the order of rows never shows.
  fileprivate var itemMarks: [String: [[Double?]]] {
    record.itemMarks.mapValues { marks in
      marks.sorted { $0.key < $1.key }.map(\.value)
        .filter { row in row.contains { $0 != nil } }
    }
  }

  /// The draw that decided the arms; nil where none did, whatever the workbook was made for.
  fileprivate var draw: IssuedAllocation? {
    assignment == .random ? record.issuedAllocation : nil
  }
}

private func pupil(
  _ row: InterpretedPupil, in record: InterpretedRecord, _ standIns: StandIns
) -> Pupil? {
  func code(_ field: String) -> String? { row.entries[field].flatMap(standIns.code) }
  guard let pupil = code(WellKnownField.pupil), let arm = record.arm(of: row) else { return nil }
  // Whoever was drawn for an arm is counted in it, even where the sheet now says another.
  let place = record.draw?.places[pupil]
  let scores = record.programme.outcomes.map { outcome in
    (outcome.id, Scores(before: row.before(outcome), after: row.after(outcome)))
  }
  let traits = row.entries.filter { id, entry in
    !ownFields.contains(id) && record.asked.outcomes[id] == nil
      && !standIns.personal.contains(entry.address)
  }
  return Pupil(
    code: pupil, arm: place?.arm ?? arm, role: row.role, className: code(WellKnownField.className),
    teachingGroup: code(WellKnownField.teachingGroup), pair: code(WellKnownField.pair),
    block: place.flatMap { $0.block.isEmpty ? nil : $0.block },
    scores: Dictionary(scores, uniquingKeysWith: { first, _ in first }),
    missingReason: row.missingReason, sessions: row.sessions,
    traits: traits.compactMapValues { $0.answer?.written }, row: row.row)
}

/// The fields that have a place of their own in ``Pupil``.
private let ownFields: Set<String> = [
  WellKnownField.pupil, WellKnownField.group, WellKnownField.role, WellKnownField.className,
  WellKnownField.teachingGroup, WellKnownField.pair, WellKnownField.missingReason,
  WellKnownField.sessions, WellKnownField.explanation,
]

extension InterpretedEntry {
  fileprivate var answer: Answer? {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .date(let date): .date(date)
    case .choice(let code): .choice(code)
    case .noScore, .unreadable: nil
    }
  }
}

extension Answer {
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .number(let number): shown(number)
    case .date(let date): date.iso
    case .choice(let code): code
    }
  }
}
