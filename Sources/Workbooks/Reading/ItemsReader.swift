import Cells
import Programmes

/// What a sheet with marks on items says.
struct ReadItems {
  /// By the pupil's code, in the order of the items.
  var marks: [String: [Double?]] = [:]
  var strays: [SheetCells.Located] = []
}

/// Reads a sheet with marks on items: columns by their headings, rows by their codes.
///
/// Nil where the sheet has no such table.
func readItems(_ layout: ItemsLayout, on sheet: SheetCells) -> ReadItems? {
  guard let header = itemHeader(layout, on: sheet), let codeHeading = layout.headings.first,
    let codeColumn = header.columns[comparable(codeHeading)]
  else { return nil }
  let items = layout.headings[1...layout.itemCount].map { header.columns[comparable($0)] }
  let checkColumn = layout.headings.last.flatMap { header.columns[comparable($0)] }
  var read = ReadItems()
  let rows = Set(sheet.cells.map(\.reference.row)).filter { $0 > header.row }.sorted()
  for row in rows {
    let code = text(of: sheet.value(row: row, column: codeColumn))
    var isCounted = !code.isEmpty && read.marks[code] == nil
    let marks = items.map { column in column.flatMap { mark(sheet.value(row: row, column: $0)) } }
    if marks.allSatisfy({ $0 == nil }) { isCounted = false }
    if isCounted { read.marks[code] = marks }
    for located in sheet.row(row) {
      let column = located.reference.column
      if column == codeColumn || column == checkColumn { continue }
      let isMark = items.contains(column) && mark(located.cell.value) != nil
      if !isMark || !isCounted { read.strays.append(located) }
    }
  }
  read.strays += sheet.cells.filter { located in
    let isIssued = located.reference.row < header.row && located.reference.column == 1
    return located.reference.row <= header.row && !isIssued
      && !header.columns.values.contains(located.reference.column)
  }
  return read
}

/// The row of the headings, with the column of each by its comparable words.
private func itemHeader(
  _ layout: ItemsLayout, on sheet: SheetCells
) -> (row: Int, columns: [String: Int])? {
  let wanted = Set(layout.headings.map(comparable))
  var best: (row: Int, columns: [String: Int])?
  for row in Set(sheet.cells.map(\.reference.row)).sorted().prefix(50) {
    var columns: [String: Int] = [:]
    for located in sheet.row(row) {
      let heading = comparable(text(of: located.cell.value))
      if wanted.contains(heading), columns[heading] == nil {
        columns[heading] = located.reference.column
      }
    }
    if columns.count > best?.columns.count ?? 1 { best = (row, columns) }
  }
  return best
}

private func text(of value: CellValue) -> String {
  switch value {
  case .text(let text): collapsingSpaces(text)
  case .number(let number): plain(number)
  default: ""
  }
}

/// A mark, also where a program has made text of its number.
private func mark(_ value: CellValue) -> Double? {
  switch value {
  case .number(let number): number
  case .text(let text): Double(collapsingSpaces(text)).flatMap { $0.isFinite ? $0 : nil }
  default: nil
  }
}
