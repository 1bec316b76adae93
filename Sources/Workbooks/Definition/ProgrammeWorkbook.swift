package import Cells
package import Programmes
package import Spreadsheet
import StudyModel

/// The workbook in which a trainer changes a programme, or makes one, without a text editor.
///
/// `created` is the day that the file gives as its making.
package func programmeWorkbook(for source: ProgrammeSource, created: ExcelDate) -> WorkbookPlan {
  let written = programmeSheets(of: source)
  return WorkbookPlan(
    sheets: [readMe(for: source, written)] + written.map(sheet),
    properties: DocumentProperties(
      title: source.programme.title, subject: source.programme.id, author: "WhatWorked",
      created: created))
}

/// What each sheet and column is for.
private func readMe(for source: ProgrammeSource, _ sheets: [WrittenSheet]) -> SheetPlan {
  let introduction = [
    "\(source.programme.title): definition",
    "Change what you like on the next sheets, one row for each thing, and save the file as .xlsx.",
    "Then see whether anything is wrong: whatworked programmes check FILE.xlsx",
    "Words in other languages have columns of their own, such as label::French (fr).",
    "Sheets of your own, with other names, are left alone.",
  ]
  var cells = introduction.enumerated().map { place, text in
    WrittenCell(
      CellReference(row: place + 1, column: 1), .text(text),
      place == 0 ? WorkbookStyle.title : WorkbookStyle.plain)
  }
  var row = introduction.count + 2
  func line(_ texts: [String], _ style: CellStyle) {
    for (place, text) in texts.enumerated() {
      cells.append(
        WrittenCell(CellReference(row: row, column: place + 1), .text(text), style))
    }
    row += 1
  }
  line(["Sheet", "Column or setting", "What to write"], WorkbookStyle.header)
  for sheet in sheets.map(\.sheet) {
    line([sheet.rawValue, "", sheet.purpose], WorkbookStyle.total)
    let names = sheet.settings.isEmpty ? sheet.columns.map(\.heading) : sheet.settings
    for name in names {
      line([sheet.rawValue, name, sheet.meaning(of: name)], WorkbookStyle.locked)
    }
  }
  var plan = SheetPlan(name: "read_me", cells: cells)
  plan.columnWidths = [1: 16, 2: 24, 3: 90]
  plan.rowHeights = [1: WorkbookStyle.titleHeight]
  plan.pageSetup.isLandscape = true
  return plan
}

private func sheet(_ written: WrittenSheet) -> SheetPlan {
  // Text stays text in the rows that a trainer adds: codes, and lines that begin with a hyphen.
  let spareRows = 40
  let width = written.headings.count
  var cells = written.headings.enumerated().map { place, heading in
    WrittenCell(
      CellReference(row: 1, column: place + 1), .text(heading),
      WorkbookStyle.header.with { $0.wraps = false })
  }
  for row in 0..<(written.rows.count + spareRows) {
    for column in 0..<width {
      let text = row < written.rows.count ? written.rows[row][column] : ""
      let isNumber = written.columns[column].holdsNumber
      var value: WrittenValue = text.isEmpty ? .empty : .text(text)
      if isNumber, let number = Double(text) { value = .number(number) }
      cells.append(
        WrittenCell(
          CellReference(row: row + 2, column: column + 1), value,
          isNumber ? numberStyle : textStyle))
    }
  }
  var plan = SheetPlan(name: written.sheet.rawValue, cells: cells)
  plan.columnWidths = Dictionary(
    uniqueKeysWithValues: written.columns.enumerated().map { ($0 + 1, $1.width) })
  plan.freeze = CellReference(row: 2, column: 1)
  plan.pageSetup.isLandscape = true
  plan.pageSetup.repeatedRows = 1...1
  return plan
}

private let textStyle = CellStyle().with {
  $0.numberFormat = "@"
  $0.border = 0xB1_B4_B6
  $0.vertical = .top
}

private let numberStyle = textStyle.with { $0.numberFormat = nil }

extension DefinitionColumn {
  fileprivate var holdsNumber: Bool {
    [
      "minimum", "maximum", "maximum-length", "sessions-planned", "minutes", "weeks",
      "compliance-threshold", "count", "first-lowest", "first-highest", "second-lowest",
      "second-highest",
    ].contains(heading)
  }

  fileprivate var width: Double {
    switch heading {
    case "label", "hint", "meaning", "value", "story": 60
    case "text": 110
    case "title", "type", "name", "file", "word", "topic": 28
    default: 18
    }
  }
}
