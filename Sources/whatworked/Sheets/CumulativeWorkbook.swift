import Cells
import Evidence
import Foundation
import Reports
import Spreadsheet

/// `cumulative.xlsx`: every table of the cumulative analysis, with charts that can be changed.
///
/// - Throws: what no workbook can hold.
func cumulativeWorkbook(_ analyses: [CumulativeAnalysis]) throws -> [UInt8] {
  let sheets = cumulativeSheets(analyses).map(plan)
  // A day that the same studies give again: the last on which one of them was finished.
  let days = analyses.flatMap(\.studies).compactMap { $0.study.date.flatMap(ExcelDate.init(iso:)) }
  let earliest = ExcelDate(year: 2000, month: 1, day: 1)
  let last = days.filter { $0 > earliest && $0.year < 9000 }.max()
  return try writeWorkbook(
    WorkbookPlan(
      sheets: sheets,
      properties: DocumentProperties(
        title: "Cumulative meta-analysis", author: Tool.name, created: last ?? earliest)))
}

/// As many rows as a person with a spreadsheet gets through; what is cut is said.
private let mostRows = 20_000

private func plan(_ sheet: TableSheet) -> SheetPlan {
  var plan = SheetPlan(name: sheet.name)
  plan.cells.append(text(sheet.title, row: 1, style: .cumulativeTitle))
  var notes = sheet.notes
  if sheet.rows.count > mostRows {
    notes.append(
      "The first \(NumberStyle.count(mostRows)) of \(NumberStyle.count(sheet.rows.count)) rows; "
        + "effects.csv holds all studies.")
  }
  if sheet.rows.isEmpty { notes.append("There is nothing to list here.") }
  for (index, note) in notes.enumerated() {
    plan.cells.append(text(note, row: index + 2, style: .cumulativeNote))
  }
  let head = notes.count + 3
  for (column, heading) in sheet.columns.enumerated() {
    plan.cells.append(
      WrittenCell(
        CellReference(row: head, column: column + 1), .text(heading.name), .cumulativeHead))
    plan.columnWidths[column + 1] = heading.width
  }
  let styles = sheet.columns.map { CellStyle.cumulative($0.format) }
  for (row, values) in sheet.rows.prefix(mostRows).enumerated() {
    for (column, value) in values.enumerated() where value != .empty {
      plan.cells.append(
        WrittenCell(
          CellReference(row: head + 1 + row, column: column + 1), written(value),
          column < styles.count ? styles[column] : CellStyle.cumulative(.text)))
    }
  }
  plan.rowHeights[head] = 34
  plan.freeze = CellReference(row: head + 1, column: 1)
  plan.pageSetup.isLandscape = true
  // A wider sheet would print too small to read: it takes several pages, each with the names.
  plan.pageSetup.fitsWidth = sheet.columns.map(\.width).reduce(0, +) <= 220
  if !plan.pageSetup.fitsWidth { plan.pageSetup.repeatedColumns = 1...2 }
  plan.pageSetup.repeatedRows = head...head
  plan.showsGridlines = false
  draw(sheet, head: head, on: &plan)
  return plan
}

private func text(_ text: String, row: Int, style: CellStyle) -> WrittenCell {
  WrittenCell(CellReference(row: row, column: 1), .text(text), style)
}

private func written(_ value: TableSheet.Value) -> WrittenValue {
  switch value {
  case .empty: .empty
  case .text(let text): .text(text)
  // As many digits as a spreadsheet shows; effects.csv has them all.
  case .number(let number): .number(Double(String(format: "%.15g", number)) ?? number)
  case .day(let iso): ExcelDate(iso: iso).map { .date($0) } ?? .text(iso)
  }
}

private func draw(_ sheet: TableSheet, head: Int, on plan: inout SheetPlan) {
  let right = CellReference(row: head, column: sheet.columns.count + 2)
  switch sheet.picture {
  case nil: return
  case .intervals(let picture):
    plan.charts = [chart(picture, of: sheet, head: head, at: right)]
  case .lines(let picture):
    // The first analysis, which has its rows at the top.
    let rows = sheet.rows.prefix(mostRows).prefix { $0.first == sheet.rows.first?.first }.count
    func column(_ number: Int) -> CellRange {
      CellRange(
        CellReference(row: head + 1, column: number + 1),
        CellReference(row: head + rows, column: number + 1))
    }
    plan.lineCharts = [
      LineChartPlan(
        picture.lines.map { line in
          LineChartPlan.Series(
            name: sheet.columns[line.column].name, across: column(picture.across),
            up: column(line.column), color: line.look == .outerEdge ? 0x505A5F : 0x12436D,
            width: line.look == .middle ? 2.5 : 1, isDashed: line.look == .outerEdge)
        }, anchor: right, title: picture.title,
        axisTitles: (across: picture.axisTitles[0], up: picture.axisTitles[1]),
        alternativeText: picture.words)
    ]
  }
}

private func chart(
  _ picture: TableSheet.IntervalPicture, of sheet: TableSheet, head: Int, at place: CellReference
) -> IntervalChartPlan {
  func cell(_ row: Int, _ column: Int) -> CellReference {
    CellReference(row: head + 1 + row, column: column + 1)
  }
  let intervals = sheet.rows.enumerated().map { row, values -> IntervalChartPlan.Interval in
    var name = "row \(row + 1)"
    if case .text(let text) = values[picture.name] { name = text }
    var interval = IntervalChartPlan.Interval(
      // What a spreadsheet would take for a formula is none.
      name: String(name.prefix(200)).replacing("=", with: "\u{FF1D}"),
      ends: CellRange(cell(row, picture.low), cell(row, picture.low + 1)),
      estimate: cell(row, picture.estimate),
      heights: CellRange(cell(row, picture.height), cell(row, picture.height + 1)))
    interval.namePlace = cell(row, picture.namePlace)
    return interval
  }
  var chart = IntervalChartPlan(
    intervals, anchor: place, title: picture.title, axisTitle: picture.axisTitle,
    alternativeText: picture.words, axis: picture.axis, step: picture.step)
  chart.width = 760
  chart.height = min(4000, 130 + intervals.count * 22)
  chart.verticalAxis = 0...Double(intervals.count + 1)
  chart.dotSize = 7
  chart.lineWidth = 1.5
  return chart
}

extension CellStyle {
  fileprivate static let cumulativeTitle = CellStyle().with {
    $0.size = 16
    $0.isBold = true
  }
  fileprivate static let cumulativeNote = CellStyle().with {
    $0.size = 11
    $0.fontColor = 0x505A5F
  }
  fileprivate static let cumulativeHead = CellStyle().with {
    $0.size = 11
    $0.isBold = true
    $0.fontColor = 0xFFFFFF
    $0.fill = 0x12436D
    $0.wraps = true
    $0.vertical = .middle
  }

  fileprivate static func cumulative(_ format: TableSheet.Format) -> CellStyle {
    CellStyle().with { style in
      style.size = 11
      switch format {
      case .text: style.numberFormat = nil
      case .whole: style.numberFormat = "#,##0"
      case .decimal(let digits): style.numberFormat = places(digits)
      case .signed(let digits):
        style.numberFormat = "+\(places(digits));\u{2212}\(places(digits));\(places(digits))"
      }
    }
  }

  private static func places(_ digits: Int) -> String {
    digits > 0 ? "0." + String(repeating: "0", count: digits) : "0"
  }
}
