import Cells
import Programmes

/// Where the headings of a table were found.
struct HeadingMatch {
  /// The row of the headings.
  var row: Int
  /// The column of each heading that was found.
  var columns: [String: Int] = [:]
  /// Headings that were found under slightly other words.
  var renamed: [(expected: String, column: Int, found: String)] = []
}

/// The row that has most of the headings, if any has at least two or all of them.
///
/// Headings are compared without capitals and spare spaces; one or two wrong letters are allowed.
func headingRow(in sheet: SheetCells, headings: [String]) -> HeadingMatch? {
  var best: HeadingMatch?
  var row = 0
  for located in sheet.cells where located.reference.row != row {
    row = located.reference.row
    guard row <= 200 else { break }
    let match = headingMatch(in: sheet, row: row, headings: headings)
    if match.columns.count > best?.columns.count ?? 0 { best = match }
    if match.columns.count == headings.count { break }
  }
  guard let best, best.columns.count >= min(2, headings.count) else { return nil }
  return best
}

/// How the cells of one row match the headings.
func headingMatch(in sheet: SheetCells, row: Int, headings: [String]) -> HeadingMatch {
  var match = HeadingMatch(row: row)
  let cells = sheet.row(row).compactMap { located -> (column: Int, text: String)? in
    guard case .text(let text) = located.cell.value, text.count <= 200 else { return nil }
    return (located.reference.column, text)
  }
  var taken: Set<Int> = []
  // Exact headings first, so that a near miss never takes the column of another heading.
  for heading in headings {
    let wanted = comparable(heading)
    if let cell = cells.first(where: { !taken.contains($0.column) && comparable($0.text) == wanted }
    ) {
      match.columns[heading] = cell.column
      taken.insert(cell.column)
    }
  }
  for heading in headings where match.columns[heading] == nil {
    let near = cells.first { cell in
      !taken.contains(cell.column) && isNear(comparable(cell.text), comparable(heading))
    }
    guard let near else { continue }
    match.columns[heading] = near.column
    match.renamed.append((heading, near.column, near.text))
    taken.insert(near.column)
  }
  return match
}

/// Whether one text is the other with one or two letters wrong.
func isNear(_ one: String, _ other: String) -> Bool {
  // Two wrong letters turn any short word into any other.
  let allowed = other.count >= 5 ? 2 : 1
  guard other.count >= 3, abs(one.count - other.count) <= allowed else { return false }
  return editDistance(one, other) <= allowed
}
