package import Cells

/// One cell to write: its place, what goes in it, and how it looks.
package struct WrittenCell: Hashable, Sendable {
  package var reference: CellReference
  package var value: WrittenValue
  package var style: CellStyle

  package init(_ reference: CellReference, _ value: WrittenValue, _ style: CellStyle = CellStyle())
  {
    self.reference = reference
    self.value = value
    self.style = style
  }
}

/// What to write into a cell.
package enum WrittenValue: Hashable, Sendable {
  /// Nothing, but the style of the cell is kept.
  case empty
  case number(Double)
  /// Always text, even where it begins with `=`.
  case text(String)
  case boolean(Bool)
  /// Shown with the number format of the style, or as `2026-07-10` where it has none.
  case date(ExcelDate)
  /// A formula that begins with `=`, and what it comes to: the value that a program shows
  /// which does not calculate when it opens a file.
  case formula(String, cached: CachedValue)
}

/// The result of a formula, stored beside it.
package enum CachedValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case boolean(Bool)
}
