import Cells
import StudyModel

/// What each cell of a record says about a person, where it says anything.
///
/// Cells that were taken for a choice, a missing mark or a day of the questions say no more than
/// that; every other cell with something in it is looked at, strays included.
func personalDetails(
  in record: StudyRecord, understood entries: [InterpretedEntry], _ screen: PrivacyScreen
) -> [CellAddress: [PersonalDetail]] {
  let values = Dictionary(
    entries.map { ($0.address, $0.value) }, uniquingKeysWith: { first, _ in first })
  var details: [CellAddress: [PersonalDetail]] = [:]
  // What says the same is looked at once: a pasted table may say it a million times.
  var known: [PrivacyScreen.Writing: [Cell: [PersonalDetail]]] = [:]
  func look(at entry: Entry, _ writing: PrivacyScreen.Writing) {
    switch values[entry.address] {
    case .choice, .noScore, .date: return
    default:
      let found =
        known[writing]?[entry.cell] ?? screen.details(in: entry.cell, writing: writing)
      known[writing, default: [:]][entry.cell] = found
      details[entry.address] = found.isEmpty ? nil : found
    }
  }
  for (field, entry) in record.pupils.flatMap(\.entries) {
    look(at: entry, field == WellKnownField.explanation ? .prose : .label)
  }
  for entry in record.answers.values { look(at: entry, .prose) }
  for entry in record.strays { look(at: entry, .label) }
  for address in listedNames(in: record.strays) where details[address] == nil {
    details[address] = [.name]
  }
  return details
}

/// The cells of columns where nothing was asked for and five or more hold a word of their own with
/// a capital letter: most likely the pupils' names, known to ``givenNames`` or not.
private func listedNames(in strays: [Entry]) -> [CellAddress] {
  var known: [String: Bool] = [:]
  let words = strays.filter { entry in
    guard case .text(let text) = entry.cell.value else { return false }
    let isName = known[text] ?? isSingleName(normalised(text))
    known[text] = isName
    return isName
  }
  let columns = Dictionary(grouping: words) { entry in
    CellAddress(
      sheet: entry.address.sheet,
      reference: CellReference(row: 1, column: entry.address.reference.column))
  }
  return columns.values.filter { Set($0.map(\.cell)).count >= 5 }.flatMap { $0.map(\.address) }
}
