/// One cell: its value, and what its file says about it.
package struct Cell: Hashable, Sendable {
  package var value: CellValue
  // One byte for three facts: a large workbook has millions of cells.
  private var marks: Marks

  private struct Marks: OptionSet, Hashable {
    var rawValue: UInt8

    static let date = Marks(rawValue: 1)
    static let percentage = Marks(rawValue: 2)
    static let formula = Marks(rawValue: 4)
  }

  package init(
    _ value: CellValue, showsDate: Bool = false, showsPercentage: Bool = false,
    isFormula: Bool = false
  ) {
    self.value = value
    marks = Marks(
      rawValue: (showsDate ? 1 : 0) | (showsPercentage ? 2 : 0) | (isFormula ? 4 : 0))
  }

  /// Whether the number format of the cell shows its number as a date or a time.
  package var showsDate: Bool {
    get { marks.contains(.date) }
    set { mark(.date, newValue) }
  }

  /// Whether the number format of the cell shows its number times a hundred, with `%`.
  package var showsPercentage: Bool {
    get { marks.contains(.percentage) }
    set { mark(.percentage, newValue) }
  }

  /// Whether the value is the cached result of a formula.
  package var isFormula: Bool {
    get { marks.contains(.formula) }
    set { mark(.formula, newValue) }
  }

  private mutating func mark(_ mark: Marks, _ isSet: Bool) {
    if isSet { marks.insert(mark) } else { marks.remove(mark) }
  }
}
