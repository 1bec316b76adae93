/// One cell: its value, and what its file says about it.
package struct Cell: Hashable, Sendable {
  package var value: CellValue
  /// Whether the number format of the cell shows its number as a date or a time.
  package var showsDate: Bool
  /// Whether the number format of the cell shows its number times a hundred, with `%`.
  package var showsPercentage: Bool
  /// Whether the value is the cached result of a formula.
  package var isFormula: Bool

  @inlinable
  package init(
    _ value: CellValue, showsDate: Bool = false, showsPercentage: Bool = false,
    isFormula: Bool = false
  ) {
    self.value = value
    self.showsDate = showsDate
    self.showsPercentage = showsPercentage
    self.isFormula = isFormula
  }
}
