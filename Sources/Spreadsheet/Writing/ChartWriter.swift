import CXlsxWriter
import Cells

/// Writes one chart into a sheet of the C library.
@safe struct ChartWriter {
  let plan: IntervalChartPlan
  let sheetName: String
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private let texts = CStrings()

  init(
    _ plan: IntervalChartPlan, sheetName: String,
    workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    self.plan = plan
    self.sheetName = sheetName
    unsafe self.workbook = unsafe workbook
  }

  func write(into sheet: UnsafeMutablePointer<lxw_worksheet>) throws(WritingError) {
    let type = UInt8(LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS.rawValue)
    guard let chart = unsafe workbook_add_chart(workbook, type) else {
      throw .library(code: 1, message: "no memory for a chart")
    }
    for interval in plan.intervals {
      try unsafe addLine(of: interval, to: chart)
      try unsafe addDot(of: interval, to: chart)
      if let place = interval.namePlace { try unsafe addName(of: interval, at: place, to: chart) }
    }
    unsafe setWords(of: chart)
    unsafe setAxes(of: chart)
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(plan.width) / 480
    unsafe options.y_scale = Double(plan.height) / 288
    unsafe options.y_offset = 6
    unsafe options.description = unsafe texts.copy(plan.alternativeText)
    let anchor = plan.anchor
    try check(
      unsafe worksheet_insert_chart_opt(
        sheet, anchor.zeroBasedRow, anchor.zeroBasedColumn, chart, &options))
    withExtendedLifetime(texts) {}
  }

  private func addLine(
    of interval: IntervalChartPlan.Interval, to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WritingError) {
    let series = try unsafe addSeries(
      interval.name, interval.ends, interval.heights, to: chart)
    var line = lxw_chart_line()
    line.color = plan.lineColor.rgb
    line.width = Float(plan.lineWidth)
    unsafe chart_series_set_line(series, &line)
    unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
  }

  private func addDot(
    of interval: IntervalChartPlan.Interval, to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WritingError) {
    let series = try unsafe addSeries(
      interval.name, CellRange(interval.estimate), CellRange(interval.heights.first), to: chart)
    var line = lxw_chart_line()
    line.none = 1
    unsafe chart_series_set_line(series, &line)
    unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    unsafe chart_series_set_marker_size(series, plan.dotSize)
    var fill = lxw_chart_fill()
    fill.color = plan.dotColor.rgb
    unsafe chart_series_set_marker_fill(series, &fill)
    var edge = lxw_chart_line()
    edge.color = plan.lineColor.rgb
    unsafe chart_series_set_marker_line(series, &edge)
  }

  /// A point that is not drawn, with the name of its series beside it.
  private func addName(
    of interval: IntervalChartPlan.Interval, at place: CellReference,
    to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WritingError) {
    let series = try unsafe addSeries(
      interval.name, CellRange(place), CellRange(interval.heights.first), to: chart)
    var line = lxw_chart_line()
    line.none = 1
    unsafe chart_series_set_line(series, &line)
    unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    unsafe chart_series_set_labels(series)
    unsafe chart_series_set_labels_position(
      series, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
    // A text of its own: LibreOffice shows the value too where the name of the series is asked for.
    var font = unsafe font(size: 9, isBold: false)
    unsafe withUnsafeMutablePointer(to: &font) { font in
      var label = unsafe lxw_chart_data_label()
      unsafe label.value = unsafe texts.copy(interval.name)
      unsafe label.font = unsafe font
      unsafe withUnsafeMutablePointer(to: &label) { label in
        var labels: [UnsafeMutablePointer<lxw_chart_data_label>?] = unsafe [label, nil]
        _ = unsafe chart_series_set_labels_custom(series, &labels)
      }
    }
  }

  private func addSeries(
    _ name: String, _ across: CellRange, _ up: CellRange,
    to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(WritingError) -> UnsafeMutablePointer<lxw_chart_series> {
    guard let series = unsafe chart_add_series(chart, nil, nil) else {
      throw .library(code: 1, message: "no memory for a series")
    }
    unsafe chart_series_set_categories(
      series, sheetName, across.first.zeroBasedRow, across.first.zeroBasedColumn,
      across.last.zeroBasedRow, across.last.zeroBasedColumn)
    unsafe chart_series_set_values(
      series, sheetName, up.first.zeroBasedRow, up.first.zeroBasedColumn,
      up.last.zeroBasedRow, up.last.zeroBasedColumn)
    unsafe chart_series_set_name(series, name)
    return unsafe series
  }

  private func setWords(of chart: UnsafeMutablePointer<lxw_chart>) {
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // What the library leaves out, LibreOffice takes for zero: a dot where there is no number.
    unsafe chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue))
    unsafe chart_title_set_name(chart, plan.title)
    var font = unsafe font(size: 12, isBold: true)
    unsafe chart_title_set_name_font(chart, &font)
  }

  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>) {
    var font = unsafe font(size: 11, isBold: false)
    if let axis = unsafe chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X) {
      unsafe chart_axis_set_min(axis, plan.axis.lowerBound)
      unsafe chart_axis_set_max(axis, plan.axis.upperBound)
      unsafe chart_axis_set_major_unit(axis, plan.step)
      unsafe chart_axis_set_name(axis, plan.axisTitle)
      unsafe chart_axis_set_name_font(axis, &font)
      unsafe chart_axis_set_num_font(axis, &font)
      unsafe chart_axis_set_num_format(axis, "+0.0;-0.0;0")
      unsafe chart_axis_set_major_tick_mark(
        axis, UInt8(LXW_CHART_AXIS_TICK_MARK_OUTSIDE.rawValue))
      unsafe draw(axis, width: 1)
    }
    // Without labels, the upright axis is the line at zero.
    if let axis = unsafe chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y) {
      unsafe chart_axis_set_min(axis, plan.verticalAxis.lowerBound)
      unsafe chart_axis_set_max(axis, plan.verticalAxis.upperBound)
      unsafe chart_axis_set_label_position(
        axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
      unsafe chart_axis_major_gridlines_set_visible(axis, 0)
      unsafe chart_axis_set_major_tick_mark(
        axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
      unsafe draw(axis, width: 1.5)
    }
  }

  private func draw(_ axis: UnsafeMutablePointer<lxw_chart_axis>, width: Float) {
    unsafe chart_axis_set_minor_tick_mark(
      axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    var line = lxw_chart_line()
    line.color = 0x595959
    line.width = width
    unsafe chart_axis_set_line(axis, &line)
  }

  private func font(size: Double, isBold: Bool) -> lxw_chart_font {
    var font = unsafe lxw_chart_font()
    unsafe font.name = unsafe texts.copy("Arial")
    unsafe font.size = size
    // The library takes 0 for "as it comes", which is bold in titles.
    unsafe font.bold = UInt8(isBold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
    return unsafe font
  }
}
