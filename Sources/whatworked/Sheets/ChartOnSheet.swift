import Cells
import Reports
import Spreadsheet

extension SheetChartContent {
  static let pixelHeight = 190
}

extension SheetPlan {
  /// Puts a chart into a row, and beside the columns that are printed the height of its line.
  mutating func draw(
    _ chart: SheetChartContent, at row: Int, _ rows: [String: Int], columns: Int
  ) {
    guard let place = rows[chart.row] else { return }
    func cell(_ column: Int) -> CellReference { CellReference(row: place, column: column) }
    let heights = CellRange(cell(columns + 2), cell(columns + 3))
    cells += [heights.first, heights.last].map { WrittenCell($0, .number(0.5), .aside) }
    cells.append(
      WrittenCell(cell(columns + 4), .text("the height of the line in the picture"), .aside))
    let interval = IntervalChartPlan.Interval(
      name: chart.title, ends: CellRange(cell(3), cell(4)), estimate: cell(2), heights: heights)
    var plan = IntervalChartPlan(
      [interval], anchor: CellReference(row: row, column: 1), title: chart.title,
      axisTitle: chart.axisTitle, alternativeText: chart.description, axis: chart.axis,
      step: chart.step)
    plan.width = 760
    plan.height = SheetChartContent.pixelHeight
    charts.append(plan)
  }
}

extension CellStyle {
  /// For what a person need not read.
  fileprivate static let aside = CellStyle().with {
    $0.size = 10
    $0.fontColor = 0x505A5F
    $0.vertical = .top
  }
}
