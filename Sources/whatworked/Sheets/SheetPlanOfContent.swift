import Cells
import Reports
import Spreadsheet

/// Lays out rows of results on a sheet.
///
/// A text that runs over the whole width is broken into lines of its own, because no cell may be
/// merged and a long line would be cut where the page ends.
func sheetPlan(
  name: String, rows: [SheetRowContent], columnWidths: [Double], stamp: GraftStamp
) -> SheetPlan {
  var layout = SheetLayout(name: name, columnWidths: columnWidths)
  for content in rows { layout.add(content) }
  layout.add(SheetRowContent([SheetCellContent(.text(mark(stamp)), .note)]))
  return layout.finished()
}

/// What makes the sheet known again when the workbook comes back.
private func mark(_ stamp: GraftStamp) -> String {
  "Mark of this sheet, so that whatworked knows it again: \(stamp.text)"
}

/// A sheet that fills from the top.
private struct SheetLayout {
  private var plan: SheetPlan
  private let columnWidths: [Double]
  /// The last row that is taken.
  private var row = 0
  private var rowsByKey: [String: Int] = [:]
  /// What can only be written once every row has its place.
  private var formulas: [(place: CellReference, formula: SheetFormula, style: CellStyle)] = []
  private var charts: [(row: Int, chart: SheetChartContent)] = []

  init(name: String, columnWidths: [Double]) {
    plan = SheetPlan(name: name)
    self.columnWidths = columnWidths
    for (index, width) in columnWidths.enumerated() { plan.columnWidths[index + 1] = width }
    plan.protection = SheetProtection()
    plan.showsGridlines = false
    plan.pageSetup.isLandscape = true
    plan.pageSetup.fitsWidth = true
    plan.pageSetup.footer = "&L&A&RPage &P of &N"
  }

  mutating func add(_ content: SheetRowContent) {
    if content.startsPage { plan.pageSetup.rowBreaks.append(row) }
    if content.isWide, let cell = content.cells.first, case .text(let text) = cell.value {
      let width = Int(columnWidths.reduce(0, +) * cell.role.charactersPerWidth)
      for line in TextLines.broken(text, upTo: width) {
        row += 1
        place(SheetCellContent(.text(line), cell.role), column: 1)
        plan.rowHeights[row] = cell.role.lineHeight
      }
      return
    }
    row += 1
    if let key = content.key { rowsByKey[key] = row }
    for (index, cell) in content.cells.enumerated() { place(cell, column: index + 1) }
    plan.rowHeights[row] = height(of: content)
    if let chart = content.chart {
      charts.append((row, chart))
      plan.rowHeights[row] = Double(SheetChartContent.pixelHeight) * 0.75 + 10
    }
  }

  private mutating func place(_ content: SheetCellContent, column: Int) {
    let reference = CellReference(row: row, column: column)
    var style = content.role.style
    switch content.value {
    case .empty:
      plan.cells.append(WrittenCell(reference, .empty, style))
    case .text(let text):
      plan.cells.append(WrittenCell(reference, .text(text), style))
    case .number(let number, let format):
      style.numberFormat = format.code
      plan.cells.append(WrittenCell(reference, .number(number), style))
    case .link(let text, let target):
      style.fontColor = CellStyle.link.fontColor
      style.isUnderlined = true
      plan.cells.append(WrittenCell(reference, .text(text), style))
      if let address = CellAddress(target) { plan.links[reference] = address }
    case .formula(let formula, let format):
      style.numberFormat = format?.code
      formulas.append((reference, formula, style))
    }
  }

  /// Tall enough for the cell that needs the most lines.
  private func height(of content: SheetRowContent) -> Double {
    let most =
      zip(content.cells, columnWidths).map { cell, width -> Int in
        switch cell.value {
        case .text(let text), .link(let text, _):
          // A step of indentation takes some of the width.
          TextLines.broken(text, upTo: max(4, Int((width - 2) * cell.role.charactersPerWidth)))
            .count
        case .number, .formula, .empty: 1
        }
      }.max() ?? 1
    let line = content.cells.map(\.role.lineHeight).max() ?? 16
    return line * Double(max(1, most)) + 4
  }

  func finished() -> SheetPlan {
    var plan = plan
    for (place, formula, style) in formulas {
      let written = formula.written(rows: rowsByKey) { row, column in
        "\(CellReference(row: row, column: column))"
      }
      guard let written else { continue }
      let cached: CachedValue =
        switch formula.result {
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        }
      plan.cells.append(WrittenCell(place, .formula(written, cached: cached), style))
    }
    for (row, chart) in charts { plan.draw(chart, at: row, rowsByKey, columns: columnWidths.count) }
    plan.pageSetup.printedCells = CellRange(
      CellReference(row: 1, column: 1), CellReference(row: row, column: columnWidths.count))
    return plan
  }
}

/// Text in lines of a width.
enum TextLines {
  /// Breaks a text between words.
  static func broken(_ text: String, upTo width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
