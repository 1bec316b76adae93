import Cells

extension SheetPlan {
  /// Writes dates as a workbook counts them whose first day is in 1904.
  mutating func countDatesFrom1904() {
    cells = cells.map { cell in
      guard case .date(let date) = cell.value else { return cell }
      return WrittenCell(cell.reference, .number(date.serial - 1462), cell.writtenStyle)
    }
  }
}
