import Cells
import StudyModel

extension InterpretedRecord {
  /// The value of an entry in the words of a message: a number bare, anything else in quotation
  /// marks.
  ///
  /// What may be about a person is never repeated: messages travel further than workbooks.
  func quoted(_ entry: InterpretedEntry) -> String {
    guard personalDetails[entry.address] == nil, privacyScreen.details(in: entry.cell).isEmpty
    else {
      return "what is typed there"
    }
    if let number = entry.number { return shown(number) }
    let text = normalised(entry.cell.asTyped)
    return "‘\(text.count > 40 ? text.prefix(39) + "…" : text[...])’"
  }
}
