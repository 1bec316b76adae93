import Cells
import StudyModel

/// What the sheet with one row for each pupil says.
struct ReadPupils {
  var rows: [PupilRow] = []
  var columns: [String: CellAddress] = [:]
  var strays: [Entry] = []
  var remarks: [LayoutRemark] = []
}

/// Reads the sheet with one row for each pupil: columns by their headings, rows wherever they are.
struct PupilsReader {
  let layout: PupilsLayout
  let sheet: SheetCells
  let texts: WorkbookTexts
  let entries: EntryReader

  private var headings: [String] { layout.columns.map(\.field.label) }

  func read() -> ReadPupils {
    var read = ReadPupils()
    guard let match = headingRow(in: sheet, headings: headings) else {
      read.remarks.append(.sheetMissing(name: layout.name))
      read.strays = sheet.cells.compactMap { entries.entry($0, on: sheet) }
      return read
    }
    for renamed in match.renamed {
      read.remarks.append(
        .columnRenamed(
          expected: renamed.expected, found: address(match.row, renamed.column),
          heading: renamed.found))
    }
    var fields: [Int: PupilColumn] = [:]
    for column in layout.columns {
      if let number = match.columns[column.field.label] {
        fields[number] = column
        if column.purpose != .check {
          read.columns[column.field.id] = address(match.row, number)
        }
      } else if column.purpose != .check {
        read.remarks.append(.columnMissing(label: column.field.label, sheet: sheet.name))
      }
    }
    readRows(&read, match: match, fields: fields)
    return read
  }

  private func readRows(
    _ read: inout ReadPupils, match: HeadingMatch, fields: [Int: PupilColumn]
  ) {
    var start = sheet.cells.startIndex
    while start < sheet.cells.endIndex {
      let row = sheet.cells[start].reference.row
      var end = start
      while end < sheet.cells.endIndex, sheet.cells[end].reference.row == row { end += 1 }
      readRow(row, sheet.cells[start..<end], &read, match: match, fields: fields)
      start = end
    }
  }

  private func readRow(
    _ row: Int, _ cells: Slice<CellList>, _ read: inout ReadPupils,
    match: HeadingMatch, fields: [Int: PupilColumn]
  ) {
    if row <= match.row {
      read.strays += cells.filter { located in
        let column = located.reference.column
        return row == match.row ? fields[column] == nil : column > 1
      }.compactMap { entries.entry($0, on: sheet) }
      return
    }
    var found: [String: Entry] = [:]
    for located in cells {
      guard let entry = entries.entry(located, on: sheet) else { continue }
      guard let column = fields[located.reference.column] else {
        read.strays.append(entry)
        continue
      }
      switch column.purpose {
      case .check: if !isVerdict(entry.cell) { read.strays.append(entry) }
      case .code, .input: found[column.field.id] = entry
      }
    }
    keep(found, row: row, in: &read)
  }

  private func keep(_ found: [String: Entry], row: Int, in read: inout ReadPupils) {
    let code = found[WellKnownField.pupil]
    let typed = found.filter { $0.key != WellKnownField.pupil }
    if typed.isEmpty {
      if let code, !isCode(code.cell.value) { read.strays.append(code) }
      return
    }
    // A row of totals, or the headings once more.
    let isTotal = code == nil && typed.values.allSatisfy(\.cell.isFormula)
    if isTotal || isHeadings(found) {
      if isTotal { read.strays += typed.values.sorted { $0.address < $1.address } }
      return
    }
    for entry in typed.values.sorted(by: { $0.address < $1.address }) where entry.cell.isFormula {
      read.remarks.append(.formulaInInput(entry.address))
    }
    let addresses = read.columns.mapValues { heading in
      address(row, heading.reference.column)
    }
    read.rows.append(PupilRow(row: row, entries: found, addresses: addresses))
  }

  private func isHeadings(_ found: [String: Entry]) -> Bool {
    found.allSatisfy { field, entry in
      guard case .text(let text) = entry.cell.value, let column = layout.column(of: field) else {
        return false
      }
      return comparable(text) == comparable(column.field.label)
    }
  }

  /// Whether it could be the code of a pupil: letters, then digits.
  private func isCode(_ value: CellValue) -> Bool {
    guard case .text(let text) = value else { return true }
    let code = collapsingSpaces(text)
    let digits = code.drop { $0.isLetter }
    return code.count - digits.count <= 3 && !digits.isEmpty && digits.count <= 6
      && digits.allSatisfy { $0.isNumber || $0 == "-" }
  }

  /// Whether it is what the column Check says by itself.
  private func isVerdict(_ cell: Cell) -> Bool {
    guard !cell.isFormula, case .text(let text) = cell.value else { return true }
    // The heading, where the headings are there once more.
    return text == texts[.allRight] || text.hasPrefix(texts[.fix]) || text == texts[.check]
  }

  private func address(_ row: Int, _ column: Int) -> CellAddress {
    CellAddress(sheet: sheet.name, reference: CellReference(row: row, column: column))
  }
}
