import Cells
import CExpat

/// Reads the cells of one sheet.
///
/// The most frequent work of all: nothing is allocated for a cell but its place in the list, and
/// for a text that the workbook does not share.
struct SheetReader: XMLPartReader, ~Copyable {
  private(set) var layout = SheetLayoutReading()
  var notes = NoteCollector()
  private(set) var stored: [StoredCell] = []
  private(set) var isSorted = true
  let strings: [String]
  /// Texts that the workbook does not share, and errors: cells hold their places.
  var texts: [String] = []
  var errors: [CellError] = []

  private let formats: [NumberFormat]
  let countsDatesFrom1904: Bool
  private let cellLimit: Int

  private var place = Place.part
  private var lastOrder: UInt64 = 0
  private var row = 0
  private var column = 0
  private var cellRow = 0
  var kind = CellKind.number
  /// What the format and the formula of the cell tell, as ``StoredCell/Mark``.
  var marks: UInt8 = 0
  var hasValue = false
  var hasInline = false
  var isFormula = false
  private var hasUnknownStyle = false
  var hasRichValue = false
  var value = TextBuffer()
  var formula = TextBuffer()

  /// The place of the cell that is being read.
  var position: CellReference { CellReference(row: cellRow, column: column) }

  private enum Place: UInt8 {
    case part, sheet, data, row, cell, value, formula, inline, inlineText, run, runText
    case columns, merges, validations, validation, validationFormula
  }

  /// Room is made for `expected` cells; memory that is not used is never touched.
  init(
    strings: [String], formats: [NumberFormat], countsDatesFrom1904: Bool, cellLimit: Int,
    expected: Int
  ) {
    stored.reserveCapacity(min(expected, cellLimit))
    self.strings = strings
    self.formats = formats
    self.countsDatesFrom1904 = countsDatesFrom1904
    self.cellLimit = cellLimit
  }

  /// Begins what a sheet has most of, cells and their values, in one look; false for all else.
  @inline(__always)
  fileprivate mutating func startPlain(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>,
    _ scope: inout XMLScope
  ) -> Bool {
    guard scope.isPlain, unsafe name[1] == 0 else { return false }
    let letter = unsafe UInt8(bitPattern: name[0])
    if place == .row {
      guard letter == UInt8(ascii: "c") else { return false }
      let attributes = unsafe CellAttributes(attributes)
      guard !attributes.mayDeclare, attributes.count <= scope.limits.attributes,
        scope.enterPlain()
      else { return false }
      beginCell(attributes, &scope)
      return true
    }
    guard place == .cell, unsafe attributes[0] == nil else { return false }
    if letter == UInt8(ascii: "v") {
      guard scope.enterPlain() else { return false }
      beginValue()
    } else {
      guard letter == UInt8(ascii: "f"), scope.enterPlain() else { return false }
      beginFormula()
    }
    return true
  }

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    guard element.namespace == .spreadsheet else { return scope.skip() }
    switch place {
    case .cell: startInCell(element, &scope)
    case .row:
      guard element.name == "c" else { return scope.skip() }
      beginCell(unsafe CellAttributes(element.attributes), &scope)
    case .data:
      guard element.name == "row" else { return scope.skip() }
      beginRow(element, &scope)
    default: startElsewhere(element, &scope)
    }
  }

  @inline(__always)
  private mutating func beginValue() {
    place = .value
    hasValue = true
  }

  @inline(__always)
  private mutating func beginFormula() {
    place = .formula
    isFormula = true
  }

  private mutating func startInCell(_ element: XMLElement, _ scope: inout XMLScope) {
    if element.name == "v" {
      beginValue()
    } else if element.name == "f" {
      beginFormula()
    } else if element.name == "is" {
      place = .inline
      if !hasInline { value.clear() }
      hasInline = true
    } else {
      scope.skip()
    }
  }

  private mutating func startElsewhere(_ element: XMLElement, _ scope: inout XMLScope) {
    switch (place, element.name) {
    case (.part, "worksheet"): place = .sheet
    case (.part, _): scope.fail(.wrongPartType(part: scope.part, expected: "a worksheet"))
    case (.sheet, "sheetData"): place = .data
    case (.sheet, "cols"): place = .columns
    case (.sheet, "mergeCells"): place = .merges
    case (.columns, "col"):
      layout.addColumn(element)
      scope.skip()
    case (.merges, "mergeCell"):
      layout.addMerge(element, &notes)
      scope.skip()
    case (.sheet, "dataValidations"): place = .validations
    case (.validations, "dataValidation"):
      layout.beginValidation(element)
      value.clear()
      place = .validation
    case (.validation, "formula1"): place = .validationFormula
    case (.inline, "t"): place = .inlineText
    case (.inline, "r"): place = .run
    case (.run, "t"): place = .runText
    default: scope.skip()
    }
  }

  private mutating func beginRow(_ element: XMLElement, _ scope: inout XMLScope) {
    row += 1
    column = 0
    place = .row
    if let text = element["r"] {
      guard let number = text.wholeNumber, number > 0, number <= CellPosition.rowLimit else {
        return scope.fail(
          .badRowNumber(part: scope.part, line: scope.line, text: text.string))
      }
      row = number
    } else if row > CellPosition.rowLimit {
      return scope.fail(
        .badRowNumber(part: scope.part, line: scope.line, text: String(row)))
    }
    if let hidden = element["hidden"], hidden.isTrue { layout.hideRow(row) }
  }

  @inline(__always)
  private mutating func beginCell(_ attributes: CellAttributes, _ scope: inout XMLScope) {
    place = .cell
    kind = attributes.kind.map { CellKind($0) } ?? .number
    marks = 0
    hasValue = false
    hasInline = false
    isFormula = false
    hasUnknownStyle = false
    hasRichValue = attributes.hasRichValue
    value.clear()
    formula.clear()
    if let style = attributes.style { setFormat(style) }
    setPosition(attributes.reference, &scope)
  }

  @inline(__always)
  private mutating func setPosition(_ text: XMLText?, _ scope: inout XMLScope) {
    if let text {
      guard let read = CellPosition(text) else {
        return scope.fail(
          .badCellReference(part: scope.part, line: scope.line, text: text.string))
      }
      column = read.column
      cellRow = read.row
      if cellRow != row { notes.add(.misplacedCell, at: position) }
    } else {
      column += 1
      cellRow = row
      guard column <= CellPosition.columnLimit else {
        return scope.fail(
          .badCellReference(part: scope.part, line: scope.line, text: "\(position)"))
      }
    }
  }

  @inline(__always)
  private mutating func setFormat(_ text: XMLText) {
    if let index = text.wholeNumber, index < formats.count {
      marks = formats[index].marks
    } else if !(text == "0") {
      // The place of the cell is known when the cell ends.
      hasUnknownStyle = true
    }
  }

  @inline(__always)
  fileprivate mutating func end(_ scope: inout XMLScope) {
    switch place {
    case .value, .formula, .inline: place = .cell
    case .cell:
      place = .row
      endCell(&scope)
    case .row: place = .data
    case .inlineText, .run: place = .inline
    case .runText: place = .run
    case .data, .columns, .merges, .validations: place = .sheet
    case .validationFormula: place = .validation
    case .validation:
      layout.endValidation(formula: value.string)
      place = .validations
    case .sheet, .part: place = .part
    }
  }

  @inline(__always)
  fileprivate mutating func add(
    _ piece: UnsafePointer<CChar>, _ count: CInt, _ scope: inout XMLScope
  ) {
    scope.events &+= 1
    switch place {
    // An inline text takes the place of a value that stands beside it.
    case .value where !hasInline: unsafe value.append(piece, count: Int(count))
    case .inlineText, .runText, .validationFormula: unsafe value.append(piece, count: Int(count))
    case .formula: unsafe formula.append(piece, count: Int(count))
    default: return
    }
    scope.check(text: max(value.count, formula.count))
  }

  @inline(__always)
  private mutating func endCell(_ scope: inout XMLScope) {
    guard hasValue || hasInline || isFormula else { return }
    if isFormula { marks |= StoredCell.Mark.formula }
    let (kind, payload) = readValue()
    if kind == .text || kind == .error { scope.keepText(of: value.count) }
    if hasUnknownStyle { notes.add(.unknownStyle, at: position) }
    if kind == .empty {
      guard isFormula else { return }
      notes.add(.formulaWithoutResult, at: position)
    }
    let cell = StoredCell(
      row: cellRow, column: column, kind: kind, marks: marks, payload: payload)
    if cell.order <= lastOrder { isSorted = false }
    lastOrder = cell.order
    stored.append(cell)
    guard stored.count > cellLimit else { return }
    scope.fail(
      .overLimit(.cells, part: scope.part, figure: stored.count, limit: cellLimit))
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes else { return }
        let scope = unsafe XMLScope.at(context)
        let reader = unsafe XMLScope.reader(context, as: SheetReader.self)
        guard unsafe !reader.pointee.startPlain(name, attributes, &scope.pointee),
          let element = unsafe scope.pointee.enter(name, attributes)
        else { return }
        unsafe reader.pointee.start(element, &scope.pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: SheetReader.self).pointee.end(
          &XMLScope.at(context).pointee)
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.reader(context, as: SheetReader.self).pointee.add(
          piece, count, &XMLScope.at(context).pointee)
      })
  }
}
