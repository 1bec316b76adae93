package import Cells

/// A rectangle of cells, both corners included.
package struct CellRange: Hashable, Sendable {
  /// Top left.
  package let first: CellReference
  /// Bottom right.
  package let last: CellReference

  package init(_ first: CellReference, _ last: CellReference) {
    self.first = CellReference(
      row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellReference(
      row: max(first.row, last.row), column: max(first.column, last.column))
  }

  package init(_ cell: CellReference) {
    self.init(cell, cell)
  }

  /// Reads `B5:B64` or `B5`; nil for anything else.
  package init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { CellReference(String($0)) }
    guard (1...2).contains(corners.count), let first = corners.first ?? nil,
      let last = corners.last ?? nil
    else { return nil }
    self.init(first, last)
  }

  package func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

extension CellRange: CustomStringConvertible {
  package var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
