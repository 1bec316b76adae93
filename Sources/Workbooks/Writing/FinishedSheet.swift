import Cells
import Programmes
import Spreadsheet

extension DataWorkbookWriter {
  /// A sheet in the direction of its language, with room for the lines above its table.
  func finished(_ sheet: SheetPlan) -> SheetPlan {
    var finished = sheet
    fitHeadings(of: &finished)
    makeRoom(in: &finished)
    guard texts.language.isRightToLeft else { return finished }
    finished.isRightToLeft = true
    finished.cells = finished.cells.map { cell in
      var turned = cell
      turned.style.readingOrder = .rightToLeft
      if cell.style.horizontal == .left { turned.style.horizontal = .right }
      return turned
    }
    return finished
  }

  /// No heading is cut: its column holds its longest word, and its row all of its lines.
  private func fitHeadings(of sheet: inout SheetPlan) {
    guard sheet.rowHeights[PupilsLayout.headerRow] != nil else { return }
    let headings = sheet.cells.filter { $0.reference.row == PupilsLayout.headerRow }
      .compactMap { cell -> (text: String, column: Int)? in
        guard case .text(let text) = cell.value, cell.style.wraps else { return nil }
        return (text, cell.reference.column)
      }
    for heading in headings {
      sheet.columnWidths[heading.column] = max(
        sheet.columnWidths[heading.column] ?? 0,
        WorkbookStyle.widthOfLongestWord(in: heading.text, isBold: true))
    }
    sheet.rowHeights[PupilsLayout.headerRow] = max(
      WorkbookStyle.headerHeight,
      WorkbookStyle.height(
        of: headings.map { ($0.text, sheet.columnWidths[$0.column] ?? 0) }, isBold: true))
  }

  /// The title and the lines above a table do not wrap, because the first column is narrow; they run
  /// over the columns beside it, and the last of these gives them what room they lack.
  private func makeRoom(in sheet: inout SheetPlan) {
    guard let last = sheet.columnWidths.keys.max() else { return }
    let needed =
      sheet.cells.compactMap { cell -> Double? in
        guard cell.reference.row < PupilsLayout.headerRow, !cell.style.wraps,
          case .text(let text) = cell.value
        else { return nil }
        return WorkbookStyle.width(of: text, size: cell.style.size, isBold: cell.style.isBold)
      }.max() ?? 0
    let missing = needed - sheet.columnWidths.values.reduce(0, +)
    if missing > 0 { sheet.columnWidths[last, default: 0] += missing }
  }
}
