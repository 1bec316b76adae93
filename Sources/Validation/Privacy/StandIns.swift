import Cells
import StudyModel

/// Neutral codes in place of those that may be about a person.
///
/// The same text always has the same stand-in, whatever row it is in.
struct StandIns {
  let personal: Set<CellAddress>
  private let standIns: [String: String]

  init(for record: InterpretedRecord, at personal: Set<CellAddress>) {
    self.personal = personal
    let texts = record.entries.filter { personal.contains($0.address) }.compactMap(\.text)
    let inOrder = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    standIns = Dictionary(
      inOrder.enumerated().map { ($0.element, "withheld-\($0.offset + 1)") },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text of an entry, or what stands in for it.
  func code(_ entry: InterpretedEntry) -> String? {
    guard let text = entry.text, personal.contains(entry.address) else { return entry.text }
    return standIns[text]
  }
}
