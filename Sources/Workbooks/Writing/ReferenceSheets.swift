import Cells
import Programmes
import Spreadsheet
import StudyModel

extension DataWorkbookWriter {
  /// The words of the programme and what they mean.
  func wordsSheet() -> SheetPlan {
    let glossary = request.programme.glossary
    let widths = [28.0, 90.0]
    var cells = introduction(
      texts[.wordsTitle], texts[.wordsIntro, String(glossary.count)], "")
    cells.removeLast()
    cells += headings([texts[.word], texts[.meaning]])
    var heights: [Int: Double] = [:]
    for (place, entry) in glossary.enumerated() {
      let row = PupilsLayout.firstRow + place
      cells += [
        WrittenCell(
          CellReference(row: row, column: 1), .text(entry.word), WorkbookStyle.total),
        WrittenCell(
          CellReference(row: row, column: 2), .text(entry.meaning), WorkbookStyle.locked),
      ]
      heights[row] = WorkbookStyle.height(
        of: [
          (entry.word, widths[0]), (entry.meaning, widths[1]),
        ], isBold: true)
    }
    var sheet = tableSheet(texts[.wordsSheet], cells: cells)
    sheet.rowHeights.merge(heights) { $1 }
    sheet.columnWidths = [1: widths[0], 2: widths[1]]
    return sheet
  }

  /// The closed lists and the limits, on a hidden sheet.
  func listsSheet() -> SheetPlan {
    let lists = layout.lists
    var cells: [WrittenCell] = []
    func write(_ row: Int, _ column: Int, _ value: WrittenValue) {
      cells.append(
        WrittenCell(CellReference(row: row, column: column), value, WorkbookStyle.plain))
    }
    for list in lists.lists {
      write(1, list.codeColumn, .text(list.name + " code"))
      write(1, list.labelColumn, .text(list.name))
      for (place, choice) in list.choices.enumerated() {
        write(ListsLayout.firstRow + place, list.codeColumn, .text(choice.code))
        write(ListsLayout.firstRow + place, list.labelColumn, .text(choice.label))
      }
    }
    write(1, lists.limitColumn, .text("limit"))
    write(1, lists.limitColumn + 1, .text("value"))
    for (place, limit) in lists.limits.enumerated() {
      write(ListsLayout.firstRow + place, lists.limitColumn, .text(limit.name))
      write(ListsLayout.firstRow + place, lists.limitColumn + 1, .number(limit.value))
    }
    var sheet = SheetPlan(name: ListsLayout.sheetName, cells: cells)
    sheet.visibility = .hidden
    sheet.protection = protection
    return sheet
  }

  /// What the workbook says about itself.
  ///
  /// Nothing is here that a headteacher may not see.
  func stampSheet() -> SheetPlan {
    let entries =
      request.stamp.entries + (request.allocation.map(AllocationRecord.entries) ?? [])
    var cells: [WrittenCell] = []
    func write(_ row: Int, _ column: Int, _ text: String) {
      cells.append(WrittenCell(CellReference(row: row, column: column), .text(text)))
    }
    for (place, entry) in entries.enumerated() {
      write(place + 1, 1, entry.key)
      write(place + 1, 2, entry.value)
    }
    if let allocation = request.allocation {
      let rows =
        [AllocationRecord.headings]
        + allocation.places.map { [$0.code, $0.arm.rawValue, $0.block] }
      for (place, row) in rows.enumerated() {
        for (column, text) in row.enumerated() {
          write(place + 1, AllocationRecord.firstColumn + column, text)
        }
      }
    }
    var sheet = SheetPlan(name: WorkbookLayout.stampSheetName, cells: cells)
    sheet.visibility = .veryHidden
    sheet.columnWidths = [1: 20, 2: 40]
    return sheet
  }
}
