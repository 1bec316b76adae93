/// A remark that someone left beside a cell.
package struct CellComment: Hashable, Sendable {
  package var reference: CellReference
  /// Empty where the file does not say.
  package var author: String
  package var text: String

  package init(reference: CellReference, author: String, text: String) {
    self.reference = reference
    self.author = author
    self.text = text
  }
}

/// Cells that a spreadsheet program treats as a table with named columns.
package struct SheetTable: Hashable, Sendable {
  package var name: String
  package var range: CellRange
  package var columns: [String]

  package init(name: String, range: CellRange, columns: [String]) {
    self.name = name
    self.range = range
    self.columns = columns
  }
}

/// What may be typed into cells, as the sheet itself says.
package struct DataValidation: Hashable, Sendable {
  package var ranges: [CellRange]
  /// `list`, `whole`, `decimal`, `date`, …; `none` where anything may be typed.
  package var kind: String
  /// `"yes,no"`, `Lists!$A$1:$A$3`, `0`.
  package var formula: String

  package init(ranges: [CellRange], kind: String, formula: String) {
    self.ranges = ranges
    self.kind = kind
    self.formula = formula
  }
}
