import Cells
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

/// Sheets with the marks on items come back under other names, and hold the same marks.
@Suite struct RenamedItemSheetsTests {
  private static let before: [String: [Double?]] = [
    "P001": (0..<40).map { Double($0 % 2) }, "P002": (0..<40).map { Double($0 % 3 == 0 ? 1 : 0) },
  ]
  private static let after: [String: [Double?]] = [
    "P001": (0..<40).map { Double($0 % 4 == 0 ? 0 : 1) }, "P002": Array(repeating: 1, count: 40),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    /// What the school made of the names of the two sheets.
    var before: String
    var after: String
    /// The new names that are remarked on.
    var remarked: [String]
    var testDescription: String { "\(before), \(after)" }
  }

  static let cases = [
    Case(before: "Item marks before", after: "Item marks after", remarked: []),
    Case(before: "ITEM marks  before", after: "Item marks after - Table 1", remarked: []),
    Case(
      before: "Item mark before", after: "Itm marks after",
      remarked: ["Item mark before", "Itm marks after"]),
    Case(before: "Autumn", after: "Item marks after", remarked: ["Autumn"]),
    Case(before: "Item marks before", after: "Tabelle2", remarked: ["Tabelle2"]),
    Case(before: "Sheet 8", after: "Sheet 9", remarked: ["Sheet 8", "Sheet 9"]),
    // A name like the other sheet's does not make it that sheet.
    Case(before: "After 2", after: "Before 2", remarked: ["After 2", "Before 2"]),
  ]

  private func issued(_ language: String) throws -> (Programme, WorkbookTexts, WorkbookCells) {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    let texts = try #require(Languages.all.first { $0.language.code == language })
    var request = try filledRequest(programme, texts: texts)
    request.itemMarks = ["reading.before": Self.before, "reading.after": Self.after]
    return (programme, texts, cells(of: dataWorkbook(for: request)))
  }

  private func renaming(_ workbook: WorkbookCells, _ names: [String: String]) -> WorkbookCells {
    var renamed = workbook
    renamed.sheets = workbook.sheets.map { sheet in
      SheetCells(
        name: names[sheet.name] ?? sheet.name, visibility: sheet.visibility, cells: sheet.cells)
    }
    return renamed
  }

  @Test(arguments: cases, Languages.codes) func theyAreFound(
    example: Case, language: String
  ) throws {
    let (programme, texts, workbook) = try issued(language)
    let own = [texts[.itemsBeforeSheet]: example.before, texts[.itemsAfterSheet]: example.after]
    let kept = [
      "Item marks before": texts[.itemsBeforeSheet], "Item marks after": texts[.itemsAfterSheet],
    ]
    let names = own.mapValues { kept[$0] ?? $0 }
    let record = try ReturnedWorkbookTests.read(renaming(workbook, names), programme)
    expectNoDifference(record.itemMarks["reading.before"], Self.before)
    expectNoDifference(record.itemMarks["reading.after"], Self.after)
    let found = record.layoutRemarks.compactMap { remark -> String? in
      if case .sheetRenamed(_, let found) = remark { found } else { nil }
    }
    if language == "en" { expectNoDifference(found, example.remarked) }
    expectNoDifference(record.strays.map(\.address), [])
  }

  @Test func withoutATitleNobodyKnowsWhichItIs() throws {
    let (programme, _, workbook) = try issued("en")
    var untitled = renaming(workbook, ["Item marks before": "Sheet 8"])
    untitled.sheets = untitled.sheets.map { sheet in
      guard sheet.name == "Sheet 8" else { return sheet }
      return SheetCells(name: sheet.name, cells: sheet.cells.filter { $0.reference.row > 1 })
    }
    let record = try ReturnedWorkbookTests.read(untitled, programme)
    #expect(record.itemMarks["reading.before"] == nil)
    expectNoDifference(record.itemMarks["reading.after"], Self.after)
    // Nothing is lost in silence: what stands there is shown as typed where nothing was asked.
    #expect(record.strays.contains { $0.address.sheet == "Sheet 8" })
  }

  @Test func titlesOfSeveralOutcomesNameThem() throws {
    var (programme, texts, _) = try issued("en")
    programme.outcomes.append(programme.outcomes[0])
    programme.outcomes[1].id = "spelling"
    programme.outcomes[1].label = "spelling"
    let titles = itemSheets(of: programme, texts: texts).map(\.title)
    #expect(Set(titles).count == 4)
  }
}
