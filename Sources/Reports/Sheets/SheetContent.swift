/// One cell of a sheet that is made from results: text or a number, and its part on the sheet.
package struct SheetCellContent: Sendable, Hashable {
  package var value: Value
  package var role: Role

  /// What is in the cell.
  package enum Value: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double, NumberFormat)
    /// Words that lead to a cell of the same file, such as `Pupils!C14`.
    case link(String, target: String)
    /// The format is of its result; nil for a result in words.
    case formula(SheetFormula, NumberFormat?)
  }

  /// How a number is shown; the number itself is stored in full.
  package enum NumberFormat: Sendable, Hashable {
    /// `0`, `0.0`, `0.00` …
    case decimal(digits: Int)
    /// The same with a sign, zero without.
    case signed(digits: Int)
    case percentage
  }

  /// What the cell is on its sheet, which decides its look.
  package enum Role: Sendable, Hashable, CaseIterable {
    case title
    case headline
    case heading
    case tableHead
    case tableText
    case tableNumber
    case body
    case note
  }

  package init(_ value: Value, _ role: Role) {
    self.value = value
    self.role = role
  }
}

extension SheetCellContent {
  static func text(_ text: String, _ role: Role) -> Self { Self(.text(text), role) }

  static func number(_ number: Double?, _ format: NumberFormat) -> Self {
    guard let number, number.isFinite else { return Self(.text("none"), .tableText) }
    return Self(.number(number, format), .tableNumber)
  }
}

/// One row of such a sheet, its cells from column A on.
package struct SheetRowContent: Sendable, Hashable {
  package var cells: [SheetCellContent]
  /// By which formulas and charts know the row; nil for most.
  package var key: String?
  /// A picture that fills the row.
  package var chart: SheetChartContent?
  /// Whether a new page begins with the row where the sheet is printed.
  package var startsPage = false

  package init(_ cells: [SheetCellContent], key: String? = nil, chart: SheetChartContent? = nil) {
    self.cells = cells
    self.key = key
    self.chart = chart
  }

  /// Whether the row is one text that runs over the width of the sheet.
  package var isWide: Bool {
    cells.count == 1
      && [.title, .headline, .heading, .body, .note].contains(cells.first?.role)
  }

  static let empty = SheetRowContent([])

  static func wide(_ text: String, _ role: SheetCellContent.Role) -> Self {
    SheetRowContent([.text(text, role)])
  }

  /// Rows that belong together, from the top of a page on.
  static func onNewPage(_ rows: [SheetRowContent]) -> [SheetRowContent] {
    var rows = rows
    // The gap before them stays on the page before.
    guard let first = rows.firstIndex(where: { !$0.cells.isEmpty }) else { return rows }
    rows[first].startsPage = true
    return rows
  }

  static func head(_ names: [String]) -> Self {
    SheetRowContent(names.map { .text($0, .tableHead) })
  }
}
