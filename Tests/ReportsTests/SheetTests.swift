import Analysis
import StudyModel
import Testing

@testable import Reports

@Suite struct SheetTests {
  private func sheet(_ outcomes: [OutcomeAnalysis]) -> ResultsSheetContent {
    resultsSheet(
      Fixtures.study(outcomes), in: .schoolsWorkbook, pupils: [], findings: Fixtures.findings,
      repairs: Fixtures.repairs, stamp: Fixtures.stamp)
  }

  private func written(_ rows: [SheetRowContent]) -> String {
    rows.map { row in
      row.cells.map { cell -> String in
        switch cell.value {
        case .empty: ""
        case .text(let text): text
        case .number(let number, _): NumberStyle.decimal(number, digits: 3)
        case .link(let words, let target): "[\(words)](\(target))"
        case .formula(let formula, _): "\(formula.result)"
        }
      }.joined(separator: " | ")
    }.joined(separator: "\n") + "\n"
  }

  @Test func beginsWithTitleAndHeadline() throws {
    let rows = sheet([Fixtures.outcome(.clearPlus)]).rows
    #expect(rows[0].cells.first?.role == .title)
    #expect(
      rows[1].cells.first
        == SheetCellContent(
          .text(headline(for: Fixtures.outcome(.clearPlus), words: Fixtures.words)), .headline))
  }

  @Test func contentIsAsReviewed() throws {
    try expectSnapshot(written(sheet([Fixtures.outcome(.leansPlus)]).rows), named: "results.txt")
  }

  @Test func oneTableForEachRole() {
    let rows = sheet([
      Fixtures.outcome(.clearPlus, role: .tutee), Fixtures.outcome(.leansMinus, role: .tutor),
    ]).rows
    let heads = rows.filter { $0.cells.first?.value == .text("Measure") }
    #expect(heads.count == 2)
  }

  @Test func rowsOfATableAreAsWideAsItsHead() {
    for row in sheet([Fixtures.outcome(.leansPlus)]).rows where row.cells.count > 1 {
      #expect(row.cells.count == ResultsSheetContent.columnWidths.count)
    }
  }

  @Test func whatMustBePutRightIsNumberedErrorsFirst() throws {
    let error = Finding(
      code: "W302", severity: .error, address: nil, sheet: "Pupils", message: "score 104",
      help: "Check the mark sheet")
    let rows = toPutRight(
      Fixtures.findings + [error], school: "S-014", in: .schoolsWorkbook, stamp: Fixtures.stamp
    ).rows
    try expectSnapshot(written(rows), named: "to-put-right.txt")
    let numbered = rows.filter { $0.cells.first?.role == .tableNumber }
    #expect(numbered.count == 2)
    #expect(numbered.first?.cells[3].value == .text("Score 104."))
  }
}
