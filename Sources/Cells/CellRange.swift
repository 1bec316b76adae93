/// A rectangle of cells, `A1:C3`.
package struct CellRange: Hashable, Sendable {
  /// The upper left corner.
  package let first: CellReference
  /// The lower right corner.
  package let last: CellReference

  package init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// A single cell.
  package init(_ cell: CellReference) { self.init(cell, cell) }

  /// Reads `A1:C3`, or `A1` for a single cell; nil for anything else.
  package init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let one = CellReference(String(corners[0])),
      let other = CellReference(String(corners[corners.count - 1]))
    else { return nil }
    self.init(one, other)
  }

  package func contains(_ reference: CellReference) -> Bool {
    (first.row...last.row).contains(reference.row)
      && (first.column...last.column).contains(reference.column)
  }
}

extension CellRange: CustomStringConvertible {
  package var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
