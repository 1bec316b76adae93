import Cells
import StudyModel

/// Takes every entry of a record for what it means.
func interpret(_ record: StudyRecord) -> InterpretedRecord {
  let asked = AskedFields(of: record.programme)
  let habits = columnHabits(of: record, asked)
  var repairs: [Repair] = []

  func interpreted(
    _ entry: Entry, _ field: Field, _ reading: Reading
  ) -> InterpretedEntry? {
    if let repair = reading.repair {
      repairs.append(
        Repair(
          address: entry.address, before: entry.cell.asTyped, after: repair.after,
          rule: repair.rule))
    }
    return reading.value.map {
      InterpretedEntry(address: entry.address, cell: entry.cell, field: field, value: $0)
    }
  }

  let answers = record.answers.compactMapValues { $0 }.map { id, entry in
    let field = asked.ofSchool[id] ?? AskedFields.undefined(id)
    return (id, interpreted(entry, field, read(entry.cell, for: field)))
  }
  let pupils = record.pupils.sorted { $0.row < $1.row }.map { row in
    let entries = row.entries.map { id, entry in
      let field = asked.ofPupils[id] ?? AskedFields.undefined(id)
      let reading = read(
        entry.cell, for: field, outcome: asked.outcomes[id],
        reasons: record.programme.missingReasons, habits: habits[id])
      return (id, interpreted(entry, field, reading))
    }
    return InterpretedPupil(
      row: row.row, entries: present(entries), addresses: row.addresses)
  }
  return InterpretedRecord(
    record: record, asked: asked, answers: present(answers), pupils: pupils.filter(\.isPupil),
    repairs: repairs.sorted { $0.address < $1.address })
}

private func present(_ entries: [(String, InterpretedEntry?)]) -> [String: InterpretedEntry] {
  Dictionary(entries, uniquingKeysWith: { first, _ in first }).compactMapValues { $0 }
}

private func columnHabits(of record: StudyRecord, _ asked: AskedFields) -> [String: ColumnHabits] {
  asked.ofPupils.filter { $0.value.isNumber }.mapValues { field in
    ColumnHabits(of: record.pupils.compactMap { $0.entries[field.id]?.cell })
  }
}

/// Takes one cell for what its field asks.
private func read(
  _ cell: Cell, for field: Field, outcome: Outcome? = nil, reasons: [Choice] = [],
  habits: ColumnHabits? = nil
) -> Reading {
  let habits = habits ?? ColumnHabits(of: [cell])
  if let outcome { return readMark(cell, of: outcome, reasons: reasons, habits: habits) }
  switch field.kind {
  case .text where [WellKnownField.explanation, WellKnownField.comments].contains(field.id):
    return readWords(cell)
  case .text(let length): return length <= 40 ? readCode(cell) : readWords(cell)
  case .wholeNumber(let range):
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    return numberOrNothing(cell, bounds: bounds, habits: habits)
  case .decimal(let bounds): return numberOrNothing(cell, bounds: bounds, habits: habits)
  case .date: return readDate(cell)
  case .choice(let choices): return readChoice(cell, from: choices)
  }
}

private func numberOrNothing(
  _ cell: Cell, bounds: ClosedRange<Double>, habits: ColumnHabits
) -> Reading {
  if case .text(let text) = cell.value, saysNothing(normalised(text)) {
    return .repaired(nil, as: .text("no answer"), "a dash for no answer")
  }
  return readNumber(cell, bounds: bounds, habits: habits)
}

extension Field {
  var isNumber: Bool {
    switch kind {
    case .wholeNumber, .decimal: true
    default: false
    }
  }
}
