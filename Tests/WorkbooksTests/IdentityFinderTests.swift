import Cells
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

@Suite struct IdentityFinderTests {
  private let programme: Programme
  private let filled: WorkbookRequest
  private let issued: WorkbookCells

  init() throws {
    programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "ta-small-group-number"))
    filled = try filledRequest(programme)
    issued = cells(of: dataWorkbook(for: filled))
  }

  private func read(_ workbook: WorkbookCells, fileName: String = "marks.xlsx")
    throws(ReturnedWorkbookError) -> StudyRecord
  {
    try readReturnedWorkbook(
      workbook, programmes: { $0 == programme.id ? programme : nil }, languages: Languages.all,
      fileName: fileName)
  }

  private func without(
    stamp: Bool = true, property: Bool = false, start: Bool = false
  ) -> WorkbookCells {
    var workbook = issued
    workbook.sheets.removeAll {
      stamp && $0.name == WorkbookLayout.stampSheetName || start && $0.name == "Start"
    }
    if property { workbook.customProperties = [:] }
    return workbook
  }

  @Test func eachPlaceIsEnough() throws {
    let fromProperty = try read(without())
    let fromStart = try read(without(property: true))
    let fromName = try read(
      without(property: true, start: true), fileName: filled.stamp.fileName)
    expectNoDifference(
      [fromProperty, fromStart, fromName].map { $0.layoutRemarks.first },
      [
        .stampMissing(foundIn: "the document properties"),
        .stampMissing(foundIn: "the sheet Start"),
        .stampMissing(foundIn: "the name of the file"),
      ])
    for record in [fromProperty, fromStart] {
      expectNoDifference(record.identity, filled.stamp.identity)
      #expect(record.design == filled.design)
    }
    #expect(fromName.identity.workbook == filled.stamp.identity.workbook)
  }

  @Test func aStampUnderAnotherNameIsStillTheStamp() throws {
    var workbook = without(property: true, start: true)
    let stamp = try #require(issued.sheet(named: WorkbookLayout.stampSheetName))
    workbook.sheets.append(SheetCells(name: "_whatworked - Table 1", cells: stamp.cells))
    let record = try read(workbook)
    expectNoDifference(record.identity, filled.stamp.identity)
    #expect(record.layoutRemarks.isEmpty)
  }

  @Test func anyOtherWorkbookIsNotOurs() {
    let other = WorkbookCells(sheets: [
      SheetCells(
        name: "Pupils",
        cells: [SheetCells.Located(CellReference(row: 1, column: 1), Cell(.text("workbook ")))])
    ])
    #expect(throws: ReturnedWorkbookError.notAWhatworkedWorkbook) { try read(other) }
    #expect(throws: ReturnedWorkbookError.notAWhatworkedWorkbook) { try read(WorkbookCells()) }
  }

  @Test func aProgrammeThatIsNotHereIsNamed() {
    #expect(throws: ReturnedWorkbookError.unknownProgramme("ta-small-group-number")) {
      try readReturnedWorkbook(
        issued, programmes: { _ in nil }, languages: Languages.all, fileName: "")
    }
  }

  @Test func partsOfTwoWorkbooksAreNotTakenForOne() {
    var other = filled
    other.school = "S-099"
    var workbook = issued
    workbook.sheets.removeAll { $0.name == "Start" }
    let foreign = cells(of: dataWorkbook(for: other)).sheets.filter { $0.name == "Start" }
    workbook.sheets = foreign + workbook.sheets
    #expect {
      try read(workbook)
    } throws: { error in
      guard case .contradictoryIdentity(let one, let other)? = error as? ReturnedWorkbookError
      else { return false }
      return one.contains("S-014") && other.contains("S-099")
    }
  }

  @Test func aLaterFormatIsNotGuessed() throws {
    var workbook = issued
    workbook.sheets = workbook.sheets.map { sheet in
      guard sheet.name == WorkbookLayout.stampSheetName else { return sheet }
      return SheetCells(
        name: sheet.name,
        cells: sheet.cells.map { located in
          located.cell.value == .text(WorkbookStamp.format)
            ? SheetCells.Located(located.reference, Cell(.text("whatworked-workbook/9")))
            : located
        })
    }
    #expect(throws: ReturnedWorkbookError.laterFormat("whatworked-workbook/9")) {
      try read(workbook)
    }
  }

  @Test func aPupilKeyIsRefused() throws {
    let key = cells(of: pupilKey(for: filled))
    #expect(throws: ReturnedWorkbookError.pupilKey) { try read(key) }
    var withoutProperties = key
    withoutProperties.customProperties = [:]
    #expect(throws: ReturnedWorkbookError.pupilKey) { try read(withoutProperties) }
  }

  @Test func everyErrorHasACodeOfItsOwnAndWords() {
    let errors: [ReturnedWorkbookError] = [
      .notAWhatworkedWorkbook, .unknownProgramme("x"),
      .contradictoryIdentity(one: "a", other: "b"), .laterFormat("c"), .pupilKey,
    ]
    #expect(errors.map(\.code) == ["W201", "W202", "W203", "W204", "W205"])
    #expect(errors.allSatisfy { !$0.message.isEmpty && !$0.help.isEmpty })
  }
}
