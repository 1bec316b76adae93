import Cells
import StudyModel

/// What each cell of a record says about a person, where it says anything.
///
/// Cells that were taken for a choice, a missing mark or a day of the questions say no more than
/// that; every other cell with something in it is looked at, strays included.
func personalDetails(
  in record: StudyRecord, understood entries: [InterpretedEntry], _ screen: PrivacyScreen
) -> [CellAddress: PersonalDetail] {
  let values = Dictionary(
    entries.map { ($0.address, $0.value) }, uniquingKeysWith: { first, _ in first })
  var details: [CellAddress: PersonalDetail] = [:]
  func look(at entry: Entry, _ writing: PrivacyScreen.Writing) {
    switch values[entry.address] {
    case .choice, .noScore, .date: return
    default: details[entry.address] = screen.detail(in: entry.cell, writing: writing)
    }
  }
  for (field, entry) in record.pupils.flatMap(\.entries) {
    look(at: entry, field == WellKnownField.explanation ? .prose : .label)
  }
  for entry in record.answers.values { look(at: entry, .prose) }
  for entry in record.strays { look(at: entry, .label) }
  return details
}
