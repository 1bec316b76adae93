import Cells
import Spreadsheet

extension DataWorkbookWriter {
  /// The sheets for marks on items that this workbook has.
  var issuedItemSheets: [ItemsLayout] { request.itemMarks == nil ? [] : layout.itemSheets }

  /// One row for each pupil, one column for each item: 1 for right, 0 for wrong.
  func itemsSheet(_ items: ItemsLayout) -> SheetPlan {
    let check = ItemsCheck(layout: items, texts: texts)
    let formula = RowFormula(check.formula)
    let input = WorkbookStyle.input.with { $0.numberFormat = "0" }
    let verdict = WorkbookStyle.locked.with { $0.wraps = false }
    var cells = introduction(
      items.title, texts[.itemsIntro, String(layout.pupils.rowCount), String(items.itemCount)],
      texts[.itemsHelp])
    cells += headings(items.headings)
    for (pupil, row) in zip(request.pupils, layout.pupils.rows) {
      let marks = request.itemMarks?[items.score]?[pupil.code] ?? []
      cells.append(
        WrittenCell(
          CellReference(row: row, column: 1), .text(pupil.code), WorkbookStyle.code))
      for place in 0..<items.itemCount {
        let mark = place < marks.count ? marks[place] : nil
        cells.append(
          WrittenCell(
            CellReference(row: row, column: place + 2), mark.map { .number($0) } ?? .empty,
            input))
      }
      cells.append(
        WrittenCell(
          CellReference(row: row, column: items.checkColumn),
          .formula(formula.text(row: row), cached: .text(check.result(marks))), verdict))
    }
    var sheet = tableSheet(items.name, cells: cells)
    sheet.columnWidths = itemWidths(items)
    sheet.freeze = CellReference(row: PupilsLayout.firstRow, column: 2)
    // On one page the headings of forty items would be smaller than anybody can read.
    sheet.pageSetup.pagesAcross = 2
    sheet.pageSetup.repeatedColumns = 1...1
    let rows = layout.pupils.rows
    let first = items.marks(row: rows.lowerBound).first
    let last = items.marks(row: rows.upperBound - 1).last
    sheet.validations = [markValidation(CellRange(first, last))]
    sheet.conditionalFormats = [
      highlight(
        CellRange(
          CellReference(row: rows.lowerBound, column: items.checkColumn),
          CellReference(row: rows.upperBound - 1, column: items.checkColumn)),
        text: texts[.fix], as: WorkbookStyle.fix)
    ]
    return sheet
  }

  private func itemWidths(_ items: ItemsLayout) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    for place in items.headings.indices { widths[place + 1] = 6 }
    widths[1] = 12
    widths[items.checkColumn] = WorkbookStyle.width(of: texts[.itemsNotMarks], isBold: true)
    return widths
  }

  private func markValidation(_ range: CellRange) -> ValidationPlan {
    var plan = ValidationPlan(range, .wholeNumber(0...1))
    plan.input = ValidationPlan.Message(title: texts[.itemsInputTitle], text: texts[.itemsHelp])
    plan.error = ValidationPlan.Message(
      title: texts[.wrongEntryTitle], text: texts[.itemsNotMarks])
    return plan
  }
}
