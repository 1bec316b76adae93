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
  mutating func orderedCells() -> [SheetCells.Located] {
    guard !isSorted else { return cells }
    let ordered = cells.enumerated().sorted {
      ($0.element.reference, $0.offset) < ($1.element.reference, $1.offset)
    }
    var kept: [SheetCells.Located] = []
    kept.reserveCapacity(ordered.count)
    for (_, located) in ordered {
      if kept.last?.reference == located.reference {
        notes.add(.duplicateCell, at: located.reference)
        kept[kept.count - 1] = located
      } else {
        kept.append(located)
      }
    }
    return kept
  }
}
