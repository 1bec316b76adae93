import CXlsxWriter
import Cells

/// Writes one checked plan into one sheet of the C library.
@safe struct SheetWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let plan: SheetPlan

  func write(with formats: inout FormatTable) throws(WritingError) {
    setSizes()
    for cell in plan.cells.sorted(by: { $0.reference < $1.reference }) {
      let format = try unsafe formats.format(for: cell.writtenStyle)
      try unsafe check(write(cell, format))
    }
    try addConditionalFormats(with: &formats)
    for validation in plan.validations { try add(validation) }
    try setView()
    try setPage()
    protect()
  }

  private func write(
    _ cell: WrittenCell, _ format: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    let row = cell.reference.zeroBasedRow
    let column = cell.reference.zeroBasedColumn
    switch cell.value {
    case .empty: return unsafe worksheet_write_blank(sheet, row, column, format)
    case .number(let number):
      return unsafe worksheet_write_number(sheet, row, column, number, format)
    case .boolean(let isTrue):
      return unsafe worksheet_write_boolean(sheet, row, column, isTrue ? 1 : 0, format)
    case .date(let date):
      return unsafe worksheet_write_number(sheet, row, column, date.serial, format)
    case .text(let text):
      let written = CellText.escaped(text)
      guard let target = plan.links[cell.reference] else {
        return unsafe worksheet_write_string(sheet, row, column, written, format)
      }
      return unsafe worksheet_write_url_opt(
        sheet, row, column, "internal:\(target)", format, written, nil)
    case .formula(let formula, .number(let number)):
      return unsafe worksheet_write_formula_num(sheet, row, column, formula, format, number)
    case .formula(let formula, .text(let text)):
      return unsafe worksheet_write_formula_str(
        sheet, row, column, formula, format, CellText.escaped(text))
    case .formula(let formula, .boolean(let isTrue)):
      // The library knows no such result; `Corrections` names its kind afterwards.
      return unsafe worksheet_write_formula_num(
        sheet, row, column, formula, format, isTrue ? 1 : 0)
    }
  }

  private func setSizes() {
    if let height = plan.defaultRowHeight { unsafe worksheet_set_default_row(sheet, height, 0) }
    for (column, width) in plan.columnWidths.sorted(by: { $0.key < $1.key }) {
      let index = lxw_col_t(column - 1)
      _ = unsafe worksheet_set_column(sheet, index, index, width, nil)
    }
    for (row, height) in plan.rowHeights.sorted(by: { $0.key < $1.key }) {
      _ = unsafe worksheet_set_row(sheet, lxw_row_t(row - 1), height, nil)
    }
  }

  private func addConditionalFormats(with formats: inout FormatTable) throws(WritingError) {
    for plan in plan.conditionalFormats {
      let texts = CStrings()
      var format = unsafe lxw_conditional_format()
      unsafe format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      unsafe format.value_string = unsafe texts.copy(plan.formula)
      unsafe format.format = try unsafe formats.format(for: plan.highlight)
      let first = plan.range.first
      let last = plan.range.last
      let result = unsafe worksheet_conditional_format_range(
        sheet, first.zeroBasedRow, first.zeroBasedColumn, last.zeroBasedRow, last.zeroBasedColumn,
        &format)
      withExtendedLifetime(texts) {}
      try check(result)
    }
  }

  private func setView() throws(WritingError) {
    if let freeze = plan.freeze {
      unsafe worksheet_freeze_panes(sheet, freeze.zeroBasedRow, freeze.zeroBasedColumn)
    }
    if let range = plan.autofilter {
      try check(
        unsafe worksheet_autofilter(
          sheet, range.first.zeroBasedRow, range.first.zeroBasedColumn, range.last.zeroBasedRow,
          range.last.zeroBasedColumn))
    }
    if let color = plan.tabColor { unsafe worksheet_set_tab_color(sheet, color.rgb) }
    if !plan.showsGridlines {
      unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
    if plan.zoom != 100 { unsafe worksheet_set_zoom(sheet, UInt16(plan.zoom)) }
    if plan.isRightToLeft { unsafe worksheet_right_to_left(sheet) }
    // Very hidden is beyond the library; `Corrections` sees to it.
    if plan.visibility != .visible { unsafe worksheet_hide(sheet) }
  }

  private func setPage() throws(WritingError) {
    let page = plan.pageSetup
    unsafe worksheet_set_paper(sheet, page.paper == .a4 ? 9 : 1)
    if page.isLandscape { unsafe worksheet_set_landscape(sheet) }
    if page.fitsWidth || page.fitsHeight {
      unsafe worksheet_fit_to_pages(
        sheet, page.fitsWidth ? UInt16(page.pagesAcross) : 0, page.fitsHeight ? 1 : 0)
    }
    if let rows = page.repeatedRows {
      let result = unsafe worksheet_repeat_rows(
        sheet, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1))
      try check(result)
    }
    if let columns = page.repeatedColumns {
      let result = unsafe worksheet_repeat_columns(
        sheet, lxw_col_t(columns.lowerBound - 1), lxw_col_t(columns.upperBound - 1))
      try check(result)
    }
    if !page.rowBreaks.isEmpty {
      // The library takes a list that ends with zero.
      var breaks = page.rowBreaks.map { lxw_row_t($0) } + [0]
      try check(unsafe worksheet_set_h_pagebreaks(sheet, &breaks))
    }
    if let range = page.printedCells {
      try check(
        unsafe worksheet_print_area(
          sheet, range.first.zeroBasedRow, range.first.zeroBasedColumn, range.last.zeroBasedRow,
          range.last.zeroBasedColumn))
    }
    let margins = page.margins
    unsafe worksheet_set_margins(sheet, margins.left, margins.right, margins.top, margins.bottom)
    if !page.header.isEmpty { try check(unsafe worksheet_set_header(sheet, page.header)) }
    if !page.footer.isEmpty { try check(unsafe worksheet_set_footer(sheet, page.footer)) }
  }

  private func protect() {
    guard let protection = plan.protection else { return }
    var options = lxw_protection()
    options.sort = protection.allowsSorting ? 1 : 0
    options.autofilter = protection.allowsFiltering ? 1 : 0
    options.format_cells = protection.allowsFormatting ? 1 : 0
    options.format_columns = options.format_cells
    options.format_rows = options.format_cells
    unsafe worksheet_protect(sheet, nil, &options)
  }
}

/// - Throws: what the library says about an error, when everything had been checked.
func check(_ result: lxw_error) throws(WritingError) {
  guard result != LXW_NO_ERROR else { return }
  let message = unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? "unknown"
  throw .library(code: Int(result.rawValue), message: message)
}

extension CellReference {
  var zeroBasedRow: lxw_row_t { lxw_row_t(row - 1) }
  var zeroBasedColumn: lxw_col_t { lxw_col_t(column - 1) }
}

extension WrittenCell {
  /// The style, with a date format where a date has none.
  var writtenStyle: CellStyle {
    guard case .date = value, style.numberFormat == nil else { return style }
    return style.with { $0.numberFormat = CellStyle.isoDateFormat }
  }
}
