import Cells
import Spreadsheet
import Testing

/// What no workbook can hold is refused before the C library sees it.
@Suite struct PlanChecksTests {
  private func error(_ change: (inout WorkbookPlan) -> Void) -> WritingError? {
    var plan = WorkbookPlan.small
    change(&plan)
    do {
      _ = try writeWorkbook(plan)
      return nil
    } catch {
      return error
    }
  }

  private let a1 = CellAddress(sheet: "Pupils", reference: CellReference(row: 1, column: 1))

  @Test(arguments: [
    ("", WritingError.SheetNameFault.empty),
    (String(repeating: "x", count: 32), .tooLong),
    (String(repeating: "🙂", count: 16), .tooLong),
    ("a/b", .forbiddenCharacter), ("a[b", .forbiddenCharacter), ("a\u{3}", .forbiddenCharacter),
    ("'a", .apostropheAtTheEdge), ("a'", .apostropheAtTheEdge), ("HISTORY", .reserved),
  ])
  func refusesSheetNames(name: String, fault: WritingError.SheetNameFault) {
    #expect(error { $0.sheets[0].name = name } == .sheetName(name, fault))
  }

  @Test func refusesTwoSheetsOfOneName() {
    #expect(error { $0.sheets[0].name = "_KIT" } == .repeatedSheetName("_kit"))
  }

  @Test func refusesAWorkbookOfHiddenSheets() {
    #expect(error { $0.sheets[0].visibility = .hidden } == .noVisibleSheet)
  }

  @Test func refusesToOpenOnASheetThatCannotBeSeen() {
    #expect(error { $0.activeSheet = "_kit" } == .unknownSheet("_kit"))
  }

  @Test(arguments: ["A1", "R1C1", "r", "c", "RC", "1st", "a b", "", "a-b", "XFD1048576"])
  func refusesDefinedNames(name: String) {
    #expect(error { $0.definedNames = [DefinedName(name, "1")] } == .definedName(name))
  }

  @Test func refusesFormulasOfNamesThatOverflowTheLibrary() {
    let formula = "=" + String(repeating: "A1+", count: 60)
    #expect(
      error { $0.definedNames = [DefinedName("long", formula)] }
        == .tooLong(.definedName, nil, units: 181, limit: 120))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func refusesWhatIsNoNumber(number: Double) {
    #expect(error { $0.sheets[0].cells[0].value = .number(number) } == .notFinite(a1))
    let formula = WrittenValue.formula("=1", cached: .number(number))
    #expect(error { $0.sheets[0].cells[0].value = formula } == .notFinite(a1))
  }

  @Test func countsTheLengthOfTextsAsExcelDoes() {
    let longest = String(repeating: "🙂", count: 16_383) + "x"
    #expect(error { $0.sheets[0].cells[0].value = .text(longest) } == nil)
    #expect(
      error { $0.sheets[0].cells[0].value = .text(longest + "x") }
        == .tooLong(.cell, a1, units: 32_768, limit: 32_767))
  }

  @Test(arguments: [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)])
  func refusesCellsOutsideTheSheet(row: Int, column: Int) {
    let place = CellReference(row: row, column: column)
    let address = CellAddress(sheet: "Pupils", reference: place)
    #expect(error { $0.sheets[0].cells[1].reference = place } == .outsideTheSheet(address))
    #expect(
      error { $0.sheets[0].validations[0].range = CellRange(place) } == .outsideTheSheet(address))
  }

  @Test func refusesACellTwice() {
    #expect(error { $0.sheets[0].cells[1].reference = a1.reference } == .repeatedCell(a1))
  }

  @Test(arguments: ["", "=", "1+1"])
  func refusesWhatIsNoFormula(formula: String) {
    let value = WrittenValue.formula(formula, cached: .number(1))
    #expect(error { $0.sheets[0].cells[0].value = value } == .formula(formula, a1))
  }

  @Test func refusesLongMessages() {
    let b2 = CellAddress(sheet: "Pupils", reference: CellReference(row: 2, column: 2))
    let title = String(repeating: "t", count: 33)
    let text = String(repeating: "m", count: 256)
    #expect(
      error { $0.sheets[0].validations[0].input = .init(title: title, text: "") }
        == .tooLong(.validationTitle, b2, units: 33, limit: 32))
    #expect(
      error { $0.sheets[0].validations[0].error = .init(title: "", text: text) }
        == .tooLong(.validationMessage, b2, units: 256, limit: 255))
  }

  @Test func refusesSizesThatNoProgramTakes() {
    #expect(
      error { $0.sheets[0].columnWidths = [1: 256] }
        == .size("width 256.0 of column 1", sheet: "Pupils"))
    #expect(error { $0.sheets[0].zoom = 401 } == .size("zoom 401", sheet: "Pupils"))
    #expect(
      error { $0.sheets[0].pageSetup.repeatedColumns = 0...1 }
        == .size("repeated columns 0...1", sheet: "Pupils"))
    #expect(
      error { $0.sheets[0].pageSetup.rowBreaks = [4, 0] }
        == .size("page break after row 0", sheet: "Pupils"))
    #expect(
      error { $0.sheets[0].pageSetup.repeatedRows = 0...1 }
        == .size("repeated rows 0...1", sheet: "Pupils"))
    #expect(
      error { $0.sheets[0].pageSetup.repeatedColumns = 0...1 }
        == .size("repeated columns 0...1", sheet: "Pupils"))
    #expect(
      error { $0.sheets[0].pageSetup.pagesAcross = 0 } == .size("pages across 0", sheet: "Pupils"))
  }

  @Test func refusesALinkOnACellWithoutText() {
    let a2 = CellAddress(sheet: "Pupils", reference: CellReference(row: 2, column: 1))
    #expect(error { $0.sheets[0].links[a2.reference] = a1 } == .linkWithoutText(a2))
  }

  @Test func saysWhichFolderItCannotUse() {
    #expect(throws: WritingError.scratchFolder("/no/such/folder", errno: 2)) {
      try writeWorkbook(.small, scratchFolder: "/no/such/folder")
    }
  }
}
