import Cells
import Testing

@testable import Workbooks

/// How the headings of a table are found.
struct HeadingMatchTests {
  private func sheet(_ rows: [[String]]) -> SheetCells {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        SheetCells.Located(CellReference(row: row + 1, column: column + 1), Cell(.text(text)))
      }
    }
    return SheetCells(name: "S", cells: cells)
  }

  @Test func findsTheRowWithMostHeadings() throws {
    let match = try #require(
      headingRow(
        in: sheet([["Notes", "Score before"], ["Pupil", "score  BEFORE", "Score aftr"]]),
        headings: ["Pupil", "Score before", "Score after"]))
    #expect(match.row == 2)
    #expect(match.columns == ["Pupil": 1, "Score before": 2, "Score after": 3])
    #expect(match.renamed.map(\.found) == ["Score aftr"])
  }

  /// What a row says again and again, or beyond any table of ours, is not compared again.
  @Test func looksAtEachTextOnceAndAtNoMoreThanATableHas() {
    let same = sheet([Array(repeating: "Score after", count: 300) + ["Score before"]])
    #expect(
      headingMatch(in: same, row: 1, headings: ["Score before", "Score after"]).columns
        == ["Score before": 301, "Score after": 1])
    let many = sheet([(1...300).map { "Column \($0)" } + ["Score before"]])
    #expect(headingMatch(in: many, row: 1, headings: ["Score before"]).columns.isEmpty)
  }
}
