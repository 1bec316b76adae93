import CXlsxWriter
import Cells

/// Writes one chart of lines into a sheet of the C library.
@safe struct LineChartWriter {
  let plan: LineChartPlan
  let sheetName: String
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private let texts = CStrings()

  init(
    _ plan: LineChartPlan, sheetName: String, workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    self.plan = plan
    self.sheetName = sheetName
    unsafe self.workbook = unsafe workbook
  }

  func write(into sheet: UnsafeMutablePointer<lxw_worksheet>) throws(WritingError) {
    let type = UInt8(LXW_CHART_SCATTER_STRAIGHT.rawValue)
    guard let chart = unsafe workbook_add_chart(workbook, type) else {
      throw .library(code: 1, message: "no memory for a chart")
    }
    for series in plan.series { try unsafe add(series, to: chart) }
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    unsafe chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue))
    unsafe chart_title_set_name(chart, plan.title)
    var font = unsafe lxw_chart_font()
    unsafe font.name = unsafe texts.copy("Arial")
    unsafe font.size = 12
    unsafe font.bold = UInt8(LXW_TRUE.rawValue)
    unsafe chart_title_set_name_font(chart, &font)
    unsafe name(LXW_CHART_AXIS_TYPE_X, plan.axisTitles.across, of: chart)
    unsafe name(LXW_CHART_AXIS_TYPE_Y, plan.axisTitles.up, of: chart)
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(plan.width) / 480
    unsafe options.y_scale = Double(plan.height) / 288
    unsafe options.description = unsafe texts.copy(plan.alternativeText)
    try check(
      unsafe worksheet_insert_chart_opt(
        sheet, plan.anchor.zeroBasedRow, plan.anchor.zeroBasedColumn, chart, &options))
    withExtendedLifetime(texts) {}
  }

  private func add(
    _ plan: LineChartPlan.Series, to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WritingError) {
    guard let series = unsafe chart_add_series(chart, nil, nil) else {
      throw .library(code: 1, message: "no memory for a series")
    }
    unsafe chart_series_set_categories(
      series, sheetName, plan.across.first.zeroBasedRow, plan.across.first.zeroBasedColumn,
      plan.across.last.zeroBasedRow, plan.across.last.zeroBasedColumn)
    unsafe chart_series_set_values(
      series, sheetName, plan.up.first.zeroBasedRow, plan.up.first.zeroBasedColumn,
      plan.up.last.zeroBasedRow, plan.up.last.zeroBasedColumn)
    unsafe chart_series_set_name(series, plan.name)
    var line = lxw_chart_line()
    line.color = plan.color.rgb
    line.width = Float(plan.width)
    if plan.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    unsafe chart_series_set_line(series, &line)
    unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
  }

  private func name(
    _ type: lxw_chart_axis_type, _ title: String, of chart: UnsafeMutablePointer<lxw_chart>
  ) {
    guard let axis = unsafe chart_axis_get(chart, type) else { return }
    unsafe chart_axis_set_name(axis, title)
    unsafe chart_axis_set_label_position(axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    var font = unsafe lxw_chart_font()
    unsafe font.name = unsafe texts.copy("Arial")
    unsafe font.size = 11
    unsafe font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
    unsafe chart_axis_set_name_font(axis, &font)
    unsafe chart_axis_set_num_font(axis, &font)
  }
}
