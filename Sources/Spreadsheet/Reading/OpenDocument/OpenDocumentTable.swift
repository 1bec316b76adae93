import Cells

/// One sheet of an OpenDocument spreadsheet while it is read.
struct OpenDocumentTable: ~Copyable {
  var name = ""
  var visibility = SheetVisibility.visible
  var text = TextBuffer()
  var notes = NoteCollector()
  private(set) var cells = CellList()
  /// Cells that a count made of others.
  private(set) var repeated = 0
  private var hiddenRows: [ClosedRange<Int>] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var mergedRanges: [CellRange] = []
  private var row = 1
  private var rowRepeat = 1
  private var rowStart = 0
  private var column = 1
  private var columnRepeat = 1
  private var listedColumn = 1
  private var paragraphs = 0
  private var content = OpenDocumentCell()

  var sheet: SheetCells {
    var sheet = SheetCells(name: name, visibility: visibility, ordered: cells)
    sheet.hiddenRows = hiddenRows
    sheet.hiddenColumns = hiddenColumns
    sheet.mergedRanges = mergedRanges
    return sheet
  }

  mutating func addColumn(_ element: XMLElement, _ scope: XMLScope) {
    let count = Self.count(element, "number-columns-repeated", scope)
    let last = min(listedColumn + count - 1, CellReference.columnLimit)
    if Self.isHidden(element, scope), listedColumn <= last {
      hiddenColumns.append(listedColumn...last)
    }
    listedColumn += count
  }

  mutating func beginRow(_ element: XMLElement, _ scope: XMLScope) {
    rowRepeat = Self.count(element, "number-rows-repeated", scope)
    rowStart = cells.count
    column = 1
    let last = min(row + rowRepeat - 1, CellReference.rowLimit)
    if Self.isHidden(element, scope), row <= last { hiddenRows.append(row...last) }
  }

  mutating func beginCell(_ element: XMLElement, _ scope: XMLScope) {
    columnRepeat = Self.count(element, "number-columns-repeated", scope)
    content = OpenDocumentCell(element, scope)
    text.clear()
    paragraphs = 0
    let wide = Self.count(element, "number-columns-spanned", scope)
    let high = Self.count(element, "number-rows-spanned", scope)
    guard wide > 1 || high > 1 else { return }
    mergedRanges.append(
      CellRange(
        CellReference(row: row, column: column),
        CellReference(
          row: min(row + high - 1, CellReference.rowLimit),
          column: min(column + wide - 1, CellReference.columnLimit))))
  }

  mutating func beginParagraph() {
    if paragraphs > 0 { append("\n") }
    paragraphs += 1
  }

  /// Whether the text within an element of a paragraph is text of the cell.
  mutating func beginInline(_ element: XMLElement, _ scope: XMLScope) -> Bool {
    switch element.name {
    case "s":
      let count = element.value(of: "c", in: .odfText, scope)?.wholeNumber ?? 1
      append(String(repeating: " ", count: min(count, 1_000)))
    case "tab": append("\t")
    case "line-break": append("\n")
    case "note", "ruby-text": break
    default: return true
    }
    return false
  }

  private mutating func append(_ string: String) {
    var string = string
    string.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        unsafe text.append(start, count: characters.count)
      }
    }
  }

  /// Ends a cell.
  ///
  /// - Returns: the bytes of the text that it holds.
  mutating func endCell() -> Int {
    var bytes = 0
    let shown = paragraphs > 0 ? text.string : nil
    let reference = CellReference(row: row, column: column)
    if row <= CellReference.rowLimit, column <= CellReference.columnLimit,
      let cell = content.cell(shown: shown, &notes, at: reference)
    {
      let last = min(column + columnRepeat - 1, CellReference.columnLimit)
      for column in column...last {
        cells.append(.init(CellReference(row: row, column: column), cell))
      }
      repeated += last - column
      if case .text(let text) = cell.value { bytes = text.utf8.count }
    }
    column += columnRepeat
    return bytes
  }

  /// Repeats a row that holds something; false where that makes more cells than may be repeated.
  mutating func endRow(repeatLimit: Int) -> Bool {
    let once = rowStart..<cells.count
    let last = min(row + rowRepeat - 1, CellReference.rowLimit)
    repeated += once.count * max(0, last - row)
    guard repeated <= repeatLimit else { return false }
    if !once.isEmpty, row < last {
      for copy in (row + 1)...last { cells.append(copiesOf: once, inRow: copy) }
    }
    row += rowRepeat
    return true
  }

  /// A count of an attribute, 1 where there is none; never so large that sums of it overflow.
  private static func count(
    _ element: XMLElement, _ name: StaticString, _ scope: XMLScope
  ) -> Int {
    let written = element.value(of: name, in: .odfTable, scope)?.wholeNumber ?? 1
    return max(1, min(written, CellReference.rowLimit))
  }

  private static func isHidden(_ element: XMLElement, _ scope: XMLScope) -> Bool {
    let visibility = element.value(of: "visibility", in: .odfTable, scope)
    return visibility.map { $0 == "collapse" || $0 == "filter" } ?? false
  }
}
