import Cells
import Testing

/// A list keeps cells in little room, and gives them back as they were.
struct CellListTests {
  private let cells: [SheetCells.Located] = [
    .init(CellReference(row: 1, column: 1), Cell(.number(-0.1), showsDate: true)),
    .init(CellReference(row: 1, column: 2), Cell(.text("one"), isFormula: true)),
    .init(CellReference(row: 1, column: 3), Cell(.text("one"), showsPercentage: true)),
    .init(CellReference(row: 2, column: 16_384), Cell(.boolean(true))),
    .init(CellReference(row: 3, column: 1), Cell(.error(.notAvailable))),
    .init(CellReference(row: 3, column: 2), Cell(.error(.other("#BUSY!")))),
    .init(CellReference(row: 1_048_576, column: 16_384), Cell(.empty, isFormula: true)),
  ]

  @Test func givesBackEveryKindOfCell() {
    #expect(Array(CellList(cells)) == cells)
    #expect(CellList(cells)[2...3].map(\.cell) == cells[2...3].map(\.cell))
  }

  @Test func equalsAListThatKeepsItsTextsElsewhere() {
    let stored = [
      StoredCell(row: 1, column: 1, kind: .sharedText, marks: 0, payload: 1),
      StoredCell(row: 1, column: 2, kind: .text, marks: 0, payload: 0),
    ]
    let shared = CellList(stored, sharedTexts: ["one", "two"], texts: ["three"], errors: [])
    let own = CellList([
      .init(CellReference(row: 1, column: 1), Cell(.text("two"))),
      .init(CellReference(row: 1, column: 2), Cell(.text("three"))),
    ])
    #expect(shared == own)
    #expect(shared.hashValue == own.hashValue)
    #expect(shared != CellList(own.dropLast()))
  }

  @Test func sortsAndKeepsTheLastOfEachPlace() {
    let places = [(2, 1), (1, 2), (2, 1), (1, 1), (2, 1)]
    var list = CellList(
      places.enumerated().map { number, place in
        .init(CellReference(row: place.0, column: place.1), Cell(.number(Double(number))))
      })
    let doubled = list.sort()
    #expect(doubled.map(\.description) == ["A2", "A2"])
    #expect(list.map(\.reference.description) == ["A1", "B1", "A2"])
    #expect(list.map(\.cell.value) == [.number(3), .number(1), .number(4)])
  }

  @Test func takesSixteenBytesForACell() {
    #expect(MemoryLayout<StoredCell>.stride == 16)
  }
}
