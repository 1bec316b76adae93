import Cells
import StudyModel

/// What a sheet of questions says.
struct ReadQuestions {
  var answers: [String: Entry] = [:]
  /// The address that each answer has, filled in or not.
  var addresses: [String: CellAddress] = [:]
  var strays: [Entry] = []
  var remarks: [LayoutRemark] = []
}

/// Reads a sheet of questions: each answer is found by the words of its question.
func readQuestions(
  _ layout: QuestionsLayout, on sheet: SheetCells, texts: WorkbookTexts, entries: EntryReader
) -> ReadQuestions {
  var read = ReadQuestions()
  let headings = [texts[.question], texts[.answer], texts[.check], texts[.help]]
  guard let match = headingRow(in: sheet, headings: headings),
    let questionColumn = match.columns[texts[.question]],
    let answerColumn = match.columns[texts[.answer]]
  else {
    read.remarks.append(.sheetMissing(name: layout.name))
    read.strays = sheet.cells.compactMap { entries.entry($0, on: sheet) }
    return read
  }
  let rows = questionRows(layout, on: sheet, column: questionColumn, below: match.row)
  for field in layout.fields {
    guard let row = rows[field.id] else {
      read.remarks.append(.questionMissing(label: field.label, sheet: sheet.name))
      continue
    }
    let reference = CellReference(row: row, column: answerColumn)
    let address = CellAddress(sheet: sheet.name, reference: reference)
    read.addresses[field.id] = address
    guard let cell = sheet[reference],
      let entry = entries.entry(SheetCells.Located(reference, cell), on: sheet)
    else { continue }
    read.answers[field.id] = entry
    if entry.cell.isFormula { read.remarks.append(.formulaInInput(address)) }
  }
  read.strays = strays(on: sheet, match: match, answered: rows, layout: layout, entries: entries)
  return read
}

/// The row of each question, by its exact words first.
private func questionRows(
  _ layout: QuestionsLayout, on sheet: SheetCells, column: Int, below header: Int
) -> [String: Int] {
  let asked = sheet.cells.compactMap { located -> (row: Int, text: String)? in
    guard located.reference.column == column, located.reference.row > header,
      case .text(let text) = located.cell.value
    else { return nil }
    return (located.reference.row, comparable(text))
  }
  var rows: [String: Int] = [:]
  var taken: Set<Int> = []
  let tests: [(String, String) -> Bool] = [{ $0 == $1 }, isNear]
  for isMatch in tests {
    for field in layout.fields where rows[field.id] == nil {
      let label = comparable(field.label)
      guard let found = asked.first(where: { !taken.contains($0.row) && isMatch($0.text, label) })
      else { continue }
      rows[field.id] = found.row
      taken.insert(found.row)
    }
  }
  return rows
}

/// What stands where nothing was asked for.
private func strays(
  on sheet: SheetCells, match: HeadingMatch, answered: [String: Int], layout: QuestionsLayout,
  entries: EntryReader
) -> [Entry] {
  let issuedColumns = Set(match.columns.values)
  let questionRows = Set(answered.values)
  let helps = Set(layout.fields.map { comparable($0.guidance) })
  return sheet.cells.compactMap { located in
    let (row, column) = (located.reference.row, located.reference.column)
    // The title and the lines under it.
    if row < match.row, column == 1 { return nil }
    if row == match.row, issuedColumns.contains(column) { return nil }
    if questionRows.contains(row), issuedColumns.contains(column) {
      guard column == match.columns.values.max(), case .text(let text) = located.cell.value,
        !helps.contains(comparable(text)), !located.cell.isFormula
      else { return nil }
    }
    return entries.entry(located, on: sheet)
  }
}
