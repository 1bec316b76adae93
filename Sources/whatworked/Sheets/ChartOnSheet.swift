import Cells
import Reports
import Spreadsheet

extension SheetChartContent {
  /// Taller with every effect.
  var pixelHeight: Int { 170 + 55 * lines.count }
}

extension SheetPlan {
  /// Puts a chart into a row, and beside the columns that are printed the heights of its lines.
  mutating func draw(
    _ chart: SheetChartContent, at row: Int, _ rows: [String: Int], columns: Int
  ) {
    var intervals: [IntervalChartPlan.Interval] = []
    for (index, line) in chart.lines.enumerated() {
      guard let place = rows[line.row] else { continue }
      let height = 1 - (Double(index) + 0.6) / (Double(chart.lines.count) + 0.2)
      let heights = CellRange(
        CellReference(row: place, column: columns + 2),
        CellReference(row: place, column: columns + 3))
      cells += [heights.first, heights.last].map { WrittenCell($0, .number(height), .aside) }
      cells.append(
        WrittenCell(
          CellReference(row: place, column: columns + 4),
          .text("the height of the line in the picture"), .aside))
      intervals.append(
        IntervalChartPlan.Interval(
          name: line.name,
          ends: CellRange(
            CellReference(row: place, column: 3), CellReference(row: place, column: 4)),
          estimate: CellReference(row: place, column: 2), heights: heights))
    }
    guard !intervals.isEmpty else { return }
    var plan = IntervalChartPlan(
      intervals, anchor: CellReference(row: row, column: 1), title: chart.title,
      axisTitle: chart.axisTitle, alternativeText: chart.description, axis: chart.axis,
      step: chart.step)
    plan.width = 760
    plan.height = chart.pixelHeight
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
