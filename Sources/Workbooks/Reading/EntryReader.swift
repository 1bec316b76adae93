import Cells
import StudyModel

/// Turns cells into entries of a record.
struct EntryReader {
  let countsDatesFrom1904: Bool

  /// Nil where the cell is empty or holds spaces only.
  func entry(_ located: SheetCells.Located, on sheet: SheetCells) -> Entry? {
    guard !isBlank(located.cell.value) else { return nil }
    return Entry(
      address: CellAddress(sheet: sheet.name, reference: located.reference),
      cell: countedFrom1900(located.cell))
  }

  func isBlank(_ value: CellValue) -> Bool {
    switch value {
    case .empty: true
    case .text(let text): Workbooks.isBlank(text)
    default: false
    }
  }

  /// Days between the two systems of counting days.
  private static let daysTo1904 = 1462.0

  private func countedFrom1900(_ cell: Cell) -> Cell {
    guard countsDatesFrom1904, cell.showsDate, case .number(let number) = cell.value else {
      return cell
    }
    var counted = cell
    counted.value = .number(number + Self.daysTo1904)
    return counted
  }
}
