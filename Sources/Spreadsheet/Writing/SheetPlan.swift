package import Cells

/// One sheet to write, as a plain value: tests and reports can build it and look at it.
package struct SheetPlan: Hashable, Sendable {
  /// 1 to 31 UTF-16 units, none of `: \ * ? / [ ]`, unlike every other name in the workbook.
  package var name: String
  package var visibility = SheetVisibility.visible
  /// Each reference once, in any order.
  package var cells: [WrittenCell]
  /// In characters of the default font, by column, 1 is A.
  package var columnWidths: [Int: Double] = [:]
  /// In points, by row.
  package var rowHeights: [Int: Double] = [:]
  /// In points, for every row that has no height of its own; nil leaves it to the program.
  package var defaultRowHeight: Double?
  /// The first cell that scrolls: everything above it and to its left stays in sight.
  package var freeze: CellReference?
  package var protection: SheetProtection?
  package var autofilter: CellRange?
  package var validations: [ValidationPlan] = []
  package var conditionalFormats: [ConditionalFormatPlan] = []
  /// From cells of text to other cells of the same workbook.
  package var links: [CellReference: CellAddress] = [:]
  package var charts: [IntervalChartPlan] = []
  package var lineCharts: [LineChartPlan] = []
  package var pageSetup = PageSetup()
  package var tabColor: Color?
  package var showsGridlines = true
  /// In percent, 10 to 400.
  package var zoom = 100
  package var isRightToLeft = false

  package init(name: String, cells: [WrittenCell] = []) {
    self.name = name
    self.cells = cells
  }
}

/// Protection without a password, against slips: which things stay allowed.
package struct SheetProtection: Hashable, Sendable {
  package var allowsSorting = true
  package var allowsFiltering = true
  package var allowsFormatting = true

  package init() {}
}
