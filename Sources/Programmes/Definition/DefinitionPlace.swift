import Cells

/// Where something stands in a definition.
package struct DefinitionPlace: Hashable, Sendable {
  /// The sheet of a workbook; nil in a text file.
  package var sheet: String?
  /// The line or the row, from 1.
  package var line: Int
  /// The character in the line, or the column of the sheet, from 1.
  package var column: Int

  package init(sheet: String? = nil, line: Int, column: Int) {
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  private var address: CellAddress? {
    sheet.map { CellAddress(sheet: $0, reference: CellReference(row: line, column: column)) }
  }

  /// The place in a sentence: `line 4`, `cell outcomes!B4`.
  var words: String {
    address.map { "cell \($0)" } ?? "line \(line)"
  }
}

extension DefinitionPlace: CustomStringConvertible {
  /// `4:1` for a line and its character, `outcomes!B4` for a cell.
  package var description: String {
    address.map(\.description) ?? "\(line):\(column)"
  }
}
