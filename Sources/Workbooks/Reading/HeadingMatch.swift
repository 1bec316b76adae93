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
  var cells = firstTexts(of: sheet.row(row))
  // Exact headings first, so that a near miss never takes the column of another heading.
  for heading in headings {
    let wanted = comparable(heading)
    guard let place = cells.firstIndex(where: { $0.plain == wanted }) else { continue }
    match.columns[heading] = cells.remove(at: place).column
  }
  for heading in headings where match.columns[heading] == nil {
    let wanted = comparable(heading)
    guard let place = cells.firstIndex(where: { isNear($0.plain, wanted) }) else { continue }
    let near = cells.remove(at: place)
    match.columns[heading] = near.column
    match.renamed.append((heading, near.column, near.text))
  }
  return match
}

/// A text that may be a heading.
private struct Candidate {
  let column: Int
  let text: String
  /// As headings are compared.
  let plain: String
}

/// The texts of a row, each once, and no more than any table of ours has columns: a row of
/// thousands would be compared with every heading, in every row.
private func firstTexts(of row: some Sequence<SheetCells.Located>) -> [Candidate] {
  var seen: Set<String> = []
  var texts: [Candidate] = []
  for located in row.prefix(1_024) {
    guard texts.count < 256 else { break }
    guard case .text(let text) = located.cell.value, text.utf8.count <= 800, text.count <= 200
    else { continue }
    guard seen.insert(text).inserted else { continue }
    texts.append(Candidate(column: located.reference.column, text: text, plain: comparable(text)))
  }
  return texts
}

/// Whether one text is the other with one or two letters wrong.
func isNear(_ one: String, _ other: String) -> Bool {
  // Two wrong letters turn any short word into any other.
  let allowed = other.count >= 5 ? 2 : 1
  guard other.count >= 3, abs(one.count - other.count) <= allowed else { return false }
  return editDistance(one, other) <= allowed
}
