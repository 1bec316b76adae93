import Cells

/// What a sheet hides and merges, while it is read.
struct SheetLayoutReading {
  private(set) var hiddenRows: [ClosedRange<Int>] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var mergedRanges: [CellRange] = []
  private(set) var validations: [DataValidation] = []

  mutating func hideRow(_ row: Int) {
    if let last = hiddenRows.last, last.upperBound == row - 1 {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }

  mutating func addColumn(_ element: XMLElement) {
    guard let hidden = element["hidden"], hidden.isTrue, let first = element["min"]?.wholeNumber,
      let last = element["max"]?.wholeNumber, first > 0, first <= last,
      last <= CellReference.columnLimit
    else { return }
    hiddenColumns.append(first...last)
  }

  mutating func beginValidation(_ element: XMLElement) {
    let ranges = element["sqref"]?.string.split(separator: " ") ?? []
    validations.append(
      DataValidation(
        ranges: ranges.compactMap { CellRange(String($0)) },
        kind: element["type"]?.string ?? "none", formula: ""))
  }

  mutating func endValidation(formula: String) {
    validations[validations.count - 1].formula = formula
  }

  mutating func addMerge(_ element: XMLElement, _ notes: inout NoteCollector) {
    guard let range = element["ref"].flatMap({ CellRange($0.string) }) else { return }
    let isWholeSheet =
      range.last == CellReference(row: CellReference.rowLimit, column: CellReference.columnLimit)
    if isWholeSheet { notes.add(.oddMerge) }
    mergedRanges.append(range)
  }
}

extension SheetReader {
  /// The cells in the order of rows and columns, each place once: the last cell of a place counts.
  mutating func orderedCells() -> CellList {
    var cells = CellList(stored, sharedTexts: strings, texts: texts, errors: errors)
    guard !isSorted else { return cells }
    for reference in cells.sort() { notes.add(.duplicateCell, at: reference) }
    return cells
  }
}
