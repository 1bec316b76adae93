package import Cells

/// What a remark is about.
package enum Place: Hashable, Sendable {
  case cell(CellAddress)
  case sheet(String)
  case workbook
}
