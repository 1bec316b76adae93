import Cells
import StudyModel

/// One cell that a school filled in, with the question it answers and what it was taken for.
struct InterpretedEntry: Sendable {
  let address: CellAddress
  let cell: Cell
  let field: Field
  let value: EntryValue
}

extension Cell {
  /// The value as the school saw it, as near as the file tells.
  var asTyped: String {
    switch value {
    case .empty: ""
    case .number(let number) where showsDate: ExcelDate(serial: number)?.iso ?? shown(number)
    case .number(let number) where showsPercentage: shown(number * 100) + "%"
    case .number(let number): shown(number)
    case .text(let text): text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .error(let error): error.text
    }
  }
}

/// A number in a message: no more digits than it takes, at most six after the point.
func shown(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
  let rounded = (number * 1e6).rounded() / 1e6
  return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
}
