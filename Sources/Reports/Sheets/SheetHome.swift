/// Where a sheet of ours stands.
package enum SheetHome: Sendable, Hashable {
  /// Last in the workbook that the school returned: links and formulas lead to its cells.
  case schoolsWorkbook
  /// Alone in a file beside a workbook that must not be added to.
  case ownWorkbook
}

extension SheetHome {
  /// The place of a cell of the school's, which can be followed where it is in the same file.
  func link(to place: String) -> SheetCellContent.Value {
    self == .schoolsWorkbook ? .link(place, target: place) : .text(place)
  }
}
