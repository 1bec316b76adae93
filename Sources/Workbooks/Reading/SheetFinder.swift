import Cells
import StudyModel

/// Finds the sheets of a returned workbook, whatever has become of their names.
struct SheetFinder {
  let workbook: WorkbookCells
  /// The names of all sheets that a workbook of ours has.
  let issuedNames: [String]

  struct Found {
    var sheet: SheetCells
    var remark: LayoutRemark?
  }

  /// By name, also as Numbers writes it.
  func sheet(named name: String) -> SheetCells? {
    let wanted = comparable(name)
    return workbook.sheets.first {
      comparable($0.name) == wanted || comparable($0.name).hasPrefix(wanted + " - ")
    }
  }

  /// By name; by a name with one or two letters wrong; by Numbers' `Pupils - Table 1`; by what is
  /// in it.
  func find(_ name: String, headings: [String]) -> Found? {
    if let sheet = workbook.sheets.first(where: { comparable($0.name) == comparable(name) }) {
      return Found(sheet: sheet)
    }
    let free = workbook.sheets.filter { sheet in
      !issuedNames.contains { comparable($0) == comparable(sheet.name) }
    }
    let candidate =
      free.first { isNear(comparable($0.name), comparable(name)) }
      ?? free.first {
        comparable($0.name).hasPrefix(comparable(name) + " - ")
          && headingRow(in: $0, headings: headings) != nil
      }
      ?? free.map { (sheet: $0, count: matches(in: $0, headings)) }
      .filter { $0.count * 2 > headings.count }
      .max { $0.count < $1.count }?.sheet
    guard let sheet = candidate else { return nil }
    return Found(sheet: sheet, remark: .sheetRenamed(expected: name, found: sheet.name))
  }

  /// By name; by a name with one or two letters wrong; by the title over its table, for sheets
  /// that have the same headings.
  func find(_ name: String, title: String, headings: [String]) -> Found? {
    if let sheet = sheet(named: name) { return Found(sheet: sheet) }
    let free = workbook.sheets.filter { sheet in
      !issuedNames.contains { comparable($0) == comparable(sheet.name) }
        && matches(in: sheet, headings) * 2 > headings.count
    }
    let titled = free.filter { hasTitle(title, $0, above: headings) }
    // Two sheets with one title: nobody can tell whose marks are whose.
    let candidate =
      free.first { isNear(comparable($0.name), comparable(name)) }
      ?? (titled.count == 1 ? titled[0] : nil)
    guard let sheet = candidate else { return nil }
    return Found(sheet: sheet, remark: .sheetRenamed(expected: name, found: sheet.name))
  }

  private func hasTitle(_ title: String, _ sheet: SheetCells, above headings: [String]) -> Bool {
    guard let header = headingRow(in: sheet, headings: headings)?.row else { return false }
    let wanted = comparable(title)
    return sheet.cells.contains { located in
      guard located.reference.row < header, case .text(let text) = located.cell.value else {
        return false
      }
      return isNear(comparable(text), wanted)
    }
  }

  private func matches(in sheet: SheetCells, _ headings: [String]) -> Int {
    headingRow(in: sheet, headings: headings)?.columns.count ?? 0
  }
}
