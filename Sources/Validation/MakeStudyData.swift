import Cells
import StudyModel

/// The data of a record in which no rule found an error.
///
/// - Parameter personal: Cells that may say something about a person; what they say goes no
///   further, unless the analysis cannot do without them.
/// - Returns: Nil where a pupil has no code or no arm, which the rules call an error as well.
func studyData(
  from record: InterpretedRecord, leavingOut personal: Set<CellAddress>
) -> StudyData? {
  var pupils: [Pupil] = []
  for row in record.pupils {
    guard let pupil = pupil(row, in: record, leavingOut: personal) else { return nil }
    pupils.append(pupil)
  }
  let answers = record.answers.filter { !personal.contains($0.value.address) }
  return StudyData(
    identity: record.record.identity, programme: record.programme, design: record.design,
    assignment: record.assignment, pupils: pupils, answers: answers.compactMapValues(\.answer))
}

private func pupil(
  _ row: InterpretedPupil, in record: InterpretedRecord, leavingOut personal: Set<CellAddress>
) -> Pupil? {
  guard let code = row.code, let arm = record.arm(of: row) else { return nil }
  let scores = record.programme.outcomes.map { outcome in
    (outcome.id, Scores(before: row.before(outcome), after: row.after(outcome)))
  }
  let asked = AskedFields(of: record.programme)
  let traits = row.entries.filter { id, entry in
    !ownFields.contains(id) && asked.outcomes[id] == nil && !personal.contains(entry.address)
  }
  return Pupil(
    code: code, arm: arm, role: row.role, className: row.entries[WellKnownField.className]?.text,
    teachingGroup: row.entries[WellKnownField.teachingGroup]?.text,
    pair: row.entries[WellKnownField.pair]?.text,
    scores: Dictionary(scores, uniquingKeysWith: { first, _ in first }),
    missingReason: row.missingReason, sessions: row.sessions,
    traits: traits.compactMapValues { $0.answer?.written })
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
