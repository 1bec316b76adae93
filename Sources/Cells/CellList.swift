/// The cells of one sheet, in the order in which they were added; each is made when it is asked for.
///
/// A text that the workbook shares is kept once, in the table that all its sheets have in common.
package struct CellList: Sendable {
  private var stored: [StoredCell] = []
  private let sharedTexts: [String]
  private var texts: [String] = []
  private var errors: [CellError] = []

  package init() { sharedTexts = [] }

  /// Cells whose payloads are places in the three lists.
  package init(
    _ stored: [StoredCell], sharedTexts: [String], texts: [String], errors: [CellError]
  ) {
    self.stored = stored
    self.sharedTexts = sharedTexts
    self.texts = texts
    self.errors = errors
  }

  package init(_ cells: some Sequence<SheetCells.Located>) {
    self.init()
    for located in cells { append(located) }
  }

  package mutating func append(_ located: SheetCells.Located) {
    let cell = located.cell
    var marks: UInt8 = cell.showsDate ? StoredCell.Mark.date : 0
    if cell.showsPercentage { marks |= StoredCell.Mark.percentage }
    if cell.isFormula { marks |= StoredCell.Mark.formula }
    let (kind, payload) = payload(of: cell.value)
    stored.append(
      StoredCell(
        row: located.reference.row, column: located.reference.column, kind: kind, marks: marks,
        payload: payload))
  }

  /// Adds the cells of some places again, in another row below them.
  package mutating func append(copiesOf places: Range<Int>, inRow row: Int) {
    for place in places {
      var cell = stored[place]
      cell.key = cell.key & 0xFFFF_FFFF | UInt64(row) << 32
      stored.append(cell)
    }
  }

  /// What stands for a value; texts and errors take a place of their own.
  private mutating func payload(of value: CellValue) -> (StoredCell.Kind, UInt64) {
    switch value {
    case .empty: (.empty, 0)
    case .number(let number): (.number, number.bitPattern)
    case .boolean(let isTrue): (.boolean, isTrue ? 1 : 0)
    case .text(let text): (.text, place(of: text))
    case .error(let error): (.error, place(of: error))
    }
  }

  private mutating func place(of text: String) -> UInt64 {
    // Neighbours that say the same share their place: a file may repeat a cell a million times.
    if texts.last != text { texts.append(text) }
    return UInt64(texts.count - 1)
  }

  private mutating func place(of error: CellError) -> UInt64 {
    if errors.last != error { errors.append(error) }
    return UInt64(errors.count - 1)
  }

  private func value(of cell: StoredCell) -> CellValue {
    switch cell.kind {
    case .empty: .empty
    case .number: .number(Double(bitPattern: cell.payload))
    case .boolean: .boolean(cell.payload == 1)
    case .text: .text(texts[Int(cell.payload)])
    case .sharedText: .text(sharedTexts[Int(cell.payload)])
    case .error: .error(errors[Int(cell.payload)])
    }
  }

  /// Puts the cells in the order of rows and columns, and keeps the last of each place.
  ///
  /// - Returns: the place of each cell that was left out, in order.
  package mutating func sort() -> [CellReference] {
    let ordered = stored.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    var doubled: [CellReference] = []
    stored.removeAll(keepingCapacity: true)
    for (_, cell) in ordered {
      if stored.last?.order == cell.order {
        doubled.append(cell.reference)
        stored.removeLast()
      }
      stored.append(cell)
    }
    return doubled
  }

  /// Whether the cells are in the order of rows and columns, each place once.
  var isSorted: Bool {
    zip(stored, stored.dropFirst()).allSatisfy { $0.order < $1.order }
  }
}

extension CellList: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { stored.count }

  package subscript(place: Int) -> SheetCells.Located {
    let cell = stored[place]
    let marks = cell.marks
    return SheetCells.Located(
      cell.reference,
      Cell(
        value(of: cell), showsDate: marks & StoredCell.Mark.date != 0,
        showsPercentage: marks & StoredCell.Mark.percentage != 0,
        isFormula: marks & StoredCell.Mark.formula != 0))
  }

  /// The place of the first cell that is not before `reference`.
  func firstIndex(notBefore reference: CellReference) -> Int {
    let wanted =
      StoredCell(
        row: reference.row, column: reference.column, kind: .empty, marks: 0, payload: 0
      ).order
    var low = 0
    var high = stored.count
    while low < high {
      let middle = (low + high) / 2
      if stored[middle].order < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Two lists are equal when they hold the same cells, wherever they keep the texts.
extension CellList: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for located in self { hasher.combine(located) }
  }
}
