import Cells
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

/// What schools and spreadsheet programs do to a workbook before it comes back.
@Suite struct ReturnedWorkbookTests {
  let programme: Programme
  let filled: WorkbookRequest
  let issued: WorkbookCells
  let expected: StudyRecord

  init() throws {
    programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    filled = try filledRequest(programme)
    issued = cells(of: dataWorkbook(for: filled))
    expected = try Self.read(issued, programme)
  }

  @Test func insertedRowsAndColumnsChangeNothing() throws {
    let workbook = changing("Pupils") { sheet in
      moving(sheet) { reference in
        CellReference(
          row: reference.row + (reference.row > 10 ? 3 : 0),
          column: reference.column + (reference.column > 4 ? 2 : 0))
      }
    }
    let record = try read(workbook)
    expectNoDifference(values(record), values(expected))
    expectNoDifference(record.layoutRemarks, [])
    #expect(record.pupils.last?.row == (expected.pupils.last?.row ?? 0) + 3)
  }

  @Test func columnsInAnotherOrderAreFoundByTheirHeadings() throws {
    let count = filled.programme.pupilFields.count + 7
    let workbook = changing("Pupils") { sheet in
      moving(sheet) { CellReference(row: $0.row, column: count + 5 - $0.column) }
    }
    expectNoDifference(try values(read(workbook)), values(expected))
  }

  @Test(arguments: [
    "pupils", "Pupil", "Pupils ", "Puplis", "Pupils - Table 1", "Tabelle3", "5B marks",
  ]) func aRenamedSheetIsFound(name: String) throws {
    let workbook = changing("Pupils") { moving($0, name: name) { $0 } }
    let record = try read(workbook)
    expectNoDifference(values(record), values(expected))
    let isSame = name.lowercased() == "pupils" || name == "Pupils "
    expectNoDifference(
      record.layoutRemarks, isSame ? [] : [.sheetRenamed(expected: "Pupils", found: name)])
  }

  @Test func bothSheetsOfQuestionsAreToldApartByTheirQuestions() throws {
    var workbook = issued
    workbook.sheets = workbook.sheets.map { sheet in
      switch sheet.name {
      case "About": moving(sheet, name: "Sheet A") { $0 }
      case "Implementation": moving(sheet, name: "Sheet B") { $0 }
      default: sheet
      }
    }
    let record = try read(workbook)
    expectNoDifference(
      record.answers.mapValues(\.cell.value), expected.answers.mapValues(\.cell.value))
    expectNoDifference(
      record.layoutRemarks,
      [
        .sheetRenamed(expected: "About", found: "Sheet A"),
        .sheetRenamed(expected: "Implementation", found: "Sheet B"),
      ])
  }

  @Test func aHeadingWithALetterWrongIsFoundAndSaid() throws {
    let workbook = changing("Pupils") {
      adding($0, ("E4", .text("Score befor")), ("F4", .text(" score\u{A0}AFTER ")))
    }
    let record = try read(workbook)
    expectNoDifference(values(record), values(expected))
    let address = try CellAddress(sheet: "Pupils", reference: #require(CellReference("E4")))
    #expect(expected.pupilColumns["reading.before"] == address)
    expectNoDifference(
      record.layoutRemarks,
      [.columnRenamed(expected: "Score before", found: address, heading: "Score befor")])
  }

  @Test func aColumnWithoutItsHeadingIsNotGuessed() throws {
    let column = try #require(expected.pupilColumns["reading.after"]).reference
    let workbook = changing("Pupils") { sheet in
      SheetCells(
        name: sheet.name,
        cells: sheet.cells.filter { $0.reference != column })
    }
    let record = try read(workbook)
    expectNoDifference(
      record.layoutRemarks, [.columnMissing(label: "Score after", sheet: "Pupils")])
    #expect(record.pupils.allSatisfy { $0.entries["reading.after"] == nil })
    #expect(record.strays.count == expected.pupils.count)
  }

  @Test func rowsBelowTheIssuedOnesAreRead() throws {
    let workbook = changing("Pupils") {
      adding($0, ("A99", .text("P099")), ("B99", .text("Tutored")))
    }
    let record = try read(workbook)
    #expect(record.pupils.count == expected.pupils.count + 1)
    #expect(record.pupils.last?.row == 99)
  }

  @Test func totalsAndRepeatedHeadingsAreNoPupils() throws {
    let total = CellReference(row: 120, column: 6)
    let workbook = changing("Pupils") { sheet in
      let headings = sheet.row(4).map {
        SheetCells.Located(CellReference(row: 110, column: $0.reference.column), $0.cell)
      }
      let average = SheetCells.Located(total, Cell(.number(14.25), isFormula: true))
      return SheetCells(name: sheet.name, cells: sheet.cells + headings + [average])
    }
    let record = try read(workbook)
    #expect(record.pupils.count == expected.pupils.count)
    #expect(record.strays.map(\.address.reference) == [total])
  }

  @Test func whatStandsWhereNothingWasAskedForIsCollected() throws {
    var workbook = changing("Pupils") {
      adding(
        $0, ("M4", .text("Name")), ("M5", .text("Ada Example")),
        ("A70", .text("Ben was ill")), ("A71", .text("P071")))
    }
    workbook.sheets = workbook.sheets.map {
      $0.name == "About" ? adding($0, ("F5", .text("ring me"))) : $0
    }
    workbook.sheets.append(
      SheetCells(
        name: "Sheet1",
        cells: [
          SheetCells.Located(CellReference(row: 1, column: 1), Cell(.text("Ada, P001"))),
          SheetCells.Located(CellReference(row: 2, column: 1), Cell(.number(2))),
        ]))
    let strays = try read(workbook).strays.map(\.address.description).sorted()
    expectNoDifference(
      strays, ["About!F5", "Pupils!A70", "Pupils!M4", "Pupils!M5", "Sheet1!A1", "Sheet1!A2"])
  }

  @Test func formulasInInputsAreKeptAndSaid() throws {
    let place = try #require(expected.pupils[0].addresses["reading.before"])
    let workbook = changing("Pupils") { sheet in
      SheetCells(
        name: sheet.name,
        cells: sheet.cells.filter { $0.reference != place.reference } + [
          SheetCells.Located(place.reference, Cell(.number(11), isFormula: true))
        ])
    }
    let record = try read(workbook)
    #expect(record.pupils[0].entries["reading.before"]?.cell.value == .number(11))
    expectNoDifference(record.layoutRemarks, [.formulaInInput(place)])
  }

  @Test func daysCountedFrom1904AreTheSameDays() throws {
    var workbook = changing("About") { sheet in
      SheetCells(
        name: sheet.name,
        cells: sheet.cells.map { located in
          guard located.cell.showsDate, case .number(let serial) = located.cell.value else {
            return located
          }
          return SheetCells.Located(
            located.reference, Cell(.number(serial - 1462), showsDate: true))
        })
    }
    workbook.countsDatesFrom1904 = true
    let record = try read(workbook)
    expectNoDifference(
      record.answers["date-after"]?.cell.value, expected.answers["date-after"]?.cell.value)
  }

  @Test func aQuestionThatIsGoneIsSaid() throws {
    let workbook = changing("About") { sheet in
      SheetCells(name: sheet.name, cells: sheet.cells.filter { $0.reference.row != 9 })
    }
    expectNoDifference(
      try read(workbook).layoutRemarks,
      [.questionMissing(label: "How were pupils chosen for tutoring?", sheet: "About")])
  }

  @Test func sheetsThatAreGoneAreSaid() throws {
    var workbook = issued
    workbook.sheets.removeAll { $0.name == "Pupils" || $0.name == "About" }
    expectNoDifference(
      try read(workbook).layoutRemarks,
      [.sheetMissing(name: "About"), .sheetMissing(name: "Pupils")])
  }

  @Test func anotherVersionOfTheProgrammeIsSaid() throws {
    var later = programme
    later.version = "2.0"
    expectNoDifference(
      try Self.read(issued, later).layoutRemarks,
      [.programmeVersion(workbook: programme.version, current: "2.0")])
  }

  @Test func aQuestionThatAnEarlierVersionDidNotAskIsNotMissed() throws {
    var earlier = programme
    earlier.version = "0.9"
    earlier.schoolQuestions.removeAll { $0.id == "tests-given-by" }
    let later = Set(["incentives", "tutor-school", "tutee-attainment", "disruptions"])
    earlier.implementationQuestions.removeAll { later.contains($0.id) }
    let record = try Self.read(
      cells(of: dataWorkbook(for: try filledRequest(earlier))), programme)
    expectNoDifference(
      record.layoutRemarks,
      [.programmeVersion(workbook: "0.9", current: programme.version)])
    #expect(record.answers["disruptions"] == nil)
    #expect(record.answers["weeks"] != nil)
  }
}
