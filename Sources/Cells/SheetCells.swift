/// The cells of one sheet that hold something, in the order of rows and then columns.
///
/// Only what is there takes room: padding rows and columns cost nothing.
package struct SheetCells: Sendable, Hashable {
  package var name: String
  package var visibility: SheetVisibility
  /// Sorted by reference.
  package private(set) var cells: CellList
  /// Rows that are hidden, from the top.
  package var hiddenRows: [ClosedRange<Int>] = []
  /// Columns that are hidden, from the left.
  package var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells that are shown as one, in the order of the file.
  package var mergedRanges: [CellRange] = []
  /// What people wrote beside cells, in the order of the file.
  package var comments: [CellComment] = []
  package var tables: [SheetTable] = []
  package var validations: [DataValidation] = []

  /// A cell with its place.
  package struct Located: Sendable, Hashable {
    package var cell: Cell
    package var reference: CellReference

    package init(_ reference: CellReference, _ cell: Cell) {
      self.reference = reference
      self.cell = cell
    }
  }

  package init(
    name: String, visibility: SheetVisibility = .visible, cells: some Sequence<Located> = []
  ) {
    let list = CellList(cells)
    let ordered = list.isSorted ? list : CellList(list.sorted { $0.reference < $1.reference })
    self.init(name: name, visibility: visibility, ordered: ordered)
  }

  /// A sheet of cells that are in the order of rows and columns.
  package init(name: String, visibility: SheetVisibility = .visible, ordered cells: CellList) {
    self.name = name
    self.visibility = visibility
    self.cells = cells
  }

  /// The cell at a place, if it holds anything.
  package subscript(reference: CellReference) -> Cell? {
    let place = cells.firstIndex(notBefore: reference)
    guard place < cells.count, cells[place].reference == reference else { return nil }
    return cells[place].cell
  }

  /// The value at a place: `.empty` where there is none.
  package func value(row: Int, column: Int) -> CellValue {
    self[CellReference(row: row, column: column)]?.value ?? .empty
  }

  /// The cells of one row, left to right.
  package func row(_ row: Int) -> Slice<CellList> {
    let first = cells.firstIndex(notBefore: CellReference(row: row, column: 1))
    let end = cells.firstIndex(notBefore: CellReference(row: row + 1, column: 1))
    return cells[first..<end]
  }

  /// The last row that holds anything; 0 when the sheet is empty.
  package var lastRow: Int { cells.last?.reference.row ?? 0 }
}

/// Whether a sheet can be seen, as its workbook says.
package enum SheetVisibility: String, Sendable, Hashable {
  case visible
  case hidden
  case veryHidden
}
