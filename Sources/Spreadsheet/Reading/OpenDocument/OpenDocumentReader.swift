import Cells
import CExpat

/// Reads the sheets of an OpenDocument spreadsheet.
///
/// Rows and cells that repeat are written once with a count: those that are empty cost nothing,
/// and those that hold something are repeated within the limits.
///
/// Source: OpenDocument 1.3 Part 3 §9 (tables) and §6 (text).
struct OpenDocumentReader: XMLPartReader, ~Copyable {
  private(set) var sheets: [SheetCells] = []
  private(set) var definedNames: [DefinedName] = []
  private(set) var sheetNotes: [ReadingNote] = []
  private var places: [Place] = [.part]
  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var table = OpenDocumentTable()
  private let limits: ReadingLimits
  private var cellCount = 0
  private var repeatedCount = 0

  private enum Place {
    case part, document, styles, style, body, spreadsheet, names, table, row, cell, paragraph
  }

  init(limits: ReadingLimits) { self.limits = limits }

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    let place = places.last ?? .part
    if let next = next(after: place, element, &scope) {
      places.append(next)
    } else {
      scope.skip()
    }
  }

  private mutating func next(
    after place: Place, _ element: XMLElement, _ scope: inout XMLScope
  ) -> Place? {
    switch (place, element.namespace, element.name) {
    case (.part, .odfOffice, "document-content"), (.part, .odfOffice, "document"):
      return .document
    case (.part, _, _):
      scope.fail(.wrongPartType(part: scope.part, expected: "an OpenDocument spreadsheet"))
      return nil
    case (.document, .odfOffice, "automatic-styles"): return .styles
    case (.document, .odfOffice, "body"): return .body
    case (.body, .odfOffice, "spreadsheet"): return .spreadsheet
    case (.styles, .odfStyle, "style"):
      styleName = element.value(of: "name", in: .odfStyle, scope)?.string ?? ""
      return .style
    case (.style, .odfStyle, "table-properties"):
      let display = element.value(of: "display", in: .odfTable, scope)
      if let display, display == "false" { hiddenStyles.insert(styleName) }
      return nil
    case (.spreadsheet, .odfTable, "table"):
      beginTable(element, scope)
      return .table
    case (.spreadsheet, .odfTable, "named-expressions"): return .names
    case (.names, .odfTable, "named-range"):
      addName(element, &scope)
      return nil
    default: return nextInTable(after: place, element, &scope)
    }
  }

  private mutating func nextInTable(
    after place: Place, _ element: XMLElement, _ scope: inout XMLScope
  ) -> Place? {
    switch (place, element.namespace, element.name) {
    case (.table, .odfTable, "table-row-group"), (.table, .odfTable, "table-rows"),
      (.table, .odfTable, "table-header-rows"), (.table, .odfTable, "table-columns"),
      (.table, .odfTable, "table-column-group"), (.table, .odfTable, "table-header-columns"):
      return .table
    case (.table, .odfTable, "table-column"):
      table.addColumn(element, scope)
      return nil
    case (.table, .odfTable, "table-row"):
      table.beginRow(element, scope)
      return .row
    case (.row, .odfTable, "table-cell"), (.row, .odfTable, "covered-table-cell"):
      table.beginCell(element, scope)
      return .cell
    case (.cell, .odfText, "p"), (.cell, .odfText, "h"):
      table.beginParagraph()
      scope.check(text: table.text.count)
      return .paragraph
    case (.paragraph, .odfText, _):
      let isText = table.beginInline(element, scope)
      scope.check(text: table.text.count)
      return isText ? .paragraph : nil
    default: return nil
    }
  }

  fileprivate mutating func end(_ scope: inout XMLScope) {
    switch places.popLast() {
    case .cell:
      let bytes = table.endCell()
      if bytes > 0 { scope.keepText(of: bytes) }
    case .row where places.last == .table: endRow(&scope)
    case .table where places.last == .spreadsheet:
      cellCount += table.cells.count
      repeatedCount += table.repeated
      sheetNotes += table.notes.notes(sheet: table.name)
      sheets.append(table.sheet)
    default: break
    }
  }

  fileprivate mutating func add(
    _ piece: UnsafePointer<CChar>, _ count: CInt, _ scope: inout XMLScope
  ) {
    scope.events &+= 1
    guard places.last == .paragraph, !scope.isSkipping else { return }
    unsafe table.text.append(piece, count: Int(count))
    scope.check(text: table.text.count)
  }

  private mutating func endRow(_ scope: inout XMLScope) {
    guard table.endRow(repeatLimit: limits.repeatedCells - repeatedCount) else {
      return scope.fail(
        .overLimit(
          .repeatedCells, part: scope.part, figure: repeatedCount + table.repeated,
          limit: limits.repeatedCells))
    }
    let count = cellCount + table.cells.count
    guard count > limits.cells else { return }
    scope.fail(.overLimit(.cells, part: scope.part, figure: count, limit: limits.cells))
  }

  private mutating func beginTable(_ element: XMLElement, _ scope: XMLScope) {
    let style = element.value(of: "style-name", in: .odfTable, scope)?.string ?? ""
    table = OpenDocumentTable()
    table.name = element.value(of: "name", in: .odfTable, scope)?.string ?? ""
    table.visibility = hiddenStyles.contains(style) ? .hidden : .visible
  }

  private mutating func addName(_ element: XMLElement, _ scope: inout XMLScope) {
    guard let name = element.value(of: "name", in: .odfTable, scope),
      let range = element.value(of: "cell-range-address", in: .odfTable, scope)
    else { return }
    let defined = DefinedName(name: name.string, formula: range.string)
    definedNames.append(defined)
    scope.keepText(of: defined.name.utf8.count + defined.formula.utf8.count)
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: OpenDocumentReader.self).pointee.start(
          element, &XMLScope.at(context).pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: OpenDocumentReader.self).pointee.end(
          &XMLScope.at(context).pointee)
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.reader(context, as: OpenDocumentReader.self).pointee.add(
          piece, count, &XMLScope.at(context).pointee)
      })
  }
}
