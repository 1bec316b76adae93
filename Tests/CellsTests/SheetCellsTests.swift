import Cells
import Testing

private func located(_ reference: String, _ number: Double) throws -> SheetCells.Located {
  SheetCells.Located(try #require(CellReference(reference)), Cell(.number(number)))
}

@Test func cellsAreFoundHoweverTheyCame() throws {
  let sheet = SheetCells(
    name: "S",
    cells: [try located("B3", 4), try located("A1", 1), try located("C3", 5), try located("B1", 2)])
  #expect(sheet.value(row: 1, column: 2) == .number(2))
  #expect(sheet.value(row: 2, column: 2) == .empty)
  #expect(sheet.row(3).map { $0.cell.value } == [.number(4), .number(5)])
  #expect(sheet.row(2).isEmpty)
  #expect(sheet.lastRow == 3)
}

@Test func anEmptySheetHasNoRows() {
  let sheet = SheetCells(name: "S")
  #expect(sheet.lastRow == 0)
  #expect(sheet.row(1).isEmpty)
}
