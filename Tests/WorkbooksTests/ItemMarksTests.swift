import Cells
import Programmes
import Spreadsheet
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

@Suite struct ItemMarksTests {
  private let programme: Programme
  private let layout: ItemsLayout

  init() throws {
    programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    layout = itemSheets(of: programme, texts: try Languages.english())[0]
  }

  private func request(_ marks: [String: [Double?]]) throws -> WorkbookRequest {
    var filled = try filledRequest(programme)
    filled.itemMarks = ["reading.before": marks]
    return filled
  }

  @Test func aWorkbookHasSheetsForThemOnlyWhenAsked() throws {
    let without = dataWorkbook(for: try filledRequest(programme)).sheets.map(\.name)
    let with = dataWorkbook(for: try request([:])).sheets.map(\.name)
    #expect(Set(with).subtracting(without) == ["Item marks before", "Item marks after"])
  }

  @Test func onPaperTheItemsAreOnTwoPagesAndTheCodesOnBoth() throws {
    let plan = dataWorkbook(for: try request([:]))
    let sheet = try #require(plan.sheets.first { $0.name == layout.name })
    #expect(sheet.pageSetup.pagesAcross == 2)
    let file = try readWorkbook(writeWorkbook(plan))
    let titles = file.definedNames.filter { $0.name == "_xlnm.Print_Titles" }.map(\.formula)
    #expect(titles.contains("'\(layout.name)'!$A:$A,'\(layout.name)'!$4:$4"), "\(titles)")
  }

  @Test func marksThatAreNoneKeepTheWorkbookFromBeingReady() throws {
    let plan = dataWorkbook(for: try request(["P001": [1, 0], "P002": [1, 2], "P003": [0.5]]))
    let sheet = try #require(plan.sheets.first { $0.name == layout.name })
    let checks = sheet.cells.filter {
      $0.reference.column == layout.checkColumn && (5...8).contains($0.reference.row)
    }
    let results = checks.map { cell -> CachedValue? in
      if case .formula(_, let cached) = cell.value { cached } else { nil }
    }
    expectNoDifference(
      results,
      [
        .text("OK"), .text("Fix: each mark must be 0 or 1"),
        .text("Fix: each mark must be 0 or 1"), .text(""),
      ])
    let status = plan.sheets[0].cells.first { $0.reference == WorkbookLayout.status }
    guard case .formula(_, .text(let text))? = status?.value else {
      Issue.record("no status")
      return
    }
    #expect(text.contains("2 things"))
  }

  @Test func columnsAndRowsAreFoundByTheirWords() throws {
    let marks: [Double?] = (0..<40).map { $0 == 3 ? nil : Double($0 % 2) }
    let sheet = SheetCells(
      name: layout.name, visibility: .visible,
      cells: [SheetCells.Located(CellReference(row: 9, column: 3), Cell(.text("pupil  CODE")))]
        + (0..<40).map { item in
          SheetCells.Located(
            CellReference(row: 9, column: 50 - item), Cell(.text("Item \(item + 1)")))
        } + [SheetCells.Located(CellReference(row: 12, column: 3), Cell(.text("P007 ")))]
        + marks.enumerated().compactMap { item, mark in
          mark.map {
            SheetCells.Located(CellReference(row: 12, column: 50 - item), Cell(.number($0)))
          }
        } + [
          SheetCells.Located(CellReference(row: 13, column: 3), Cell(.text("P008"))),
          SheetCells.Located(CellReference(row: 13, column: 49), Cell(.text("absent"))),
          SheetCells.Located(CellReference(row: 13, column: 50), Cell(.text("1"))),
          SheetCells.Located(CellReference(row: 14, column: 50), Cell(.number(1))),
        ])
    let read = try #require(readItems(layout, on: sheet))
    expectNoDifference(read.marks["P007"], marks)
    #expect(read.marks["P008"]?.first == 1)
    // A word is no mark, and a mark without a code is nobody's.
    #expect(read.strays.map(\.reference.row) == [13, 14])
  }

  @Test func testsWhoseItemsAreNotKnownHaveNoSuchSheets() throws {
    var other = programme
    other.outcomes[0].maximum = 115
    #expect(itemSheets(of: other, texts: try Languages.english()).isEmpty)
    other.outcomes[0].maximum = 20.5
    #expect(itemSheets(of: other, texts: try Languages.english()).isEmpty)
  }
}
