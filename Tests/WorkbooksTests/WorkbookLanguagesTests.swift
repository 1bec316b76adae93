import Cells
import StudyModel
import TestSupport
import Testing

@testable import Programmes
@testable import Workbooks

@Suite struct WorkbookLanguagesTests {
  private let programme: Programme

  init() throws {
    programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
  }

  private func read(
    _ request: WorkbookRequest, _ change: (inout WorkbookCells) -> Void = { _ in }
  ) throws -> StudyRecord {
    var workbook = cells(of: dataWorkbook(for: request))
    change(&workbook)
    return try readReturnedWorkbook(
      workbook, programmes: { _ in programme }, languages: Languages.all, fileName: "")
  }

  @Test func whatShipsIsOfferedInThreeLanguages() {
    #expect(Languages.codes == ["en", "fr", "ur"])
  }

  @Test func aLanguageThatIsNotCompleteIsNotOffered() throws {
    let rows = try WorkbookText.allCases.map { text in
      StringTable.Row(
        key: text.rawValue,
        texts: ["en": try Languages.english()[text], "fr": "x"].filter {
          $0.key == "en" || text != .optional
        }, line: 2)
    }
    let languages = [Language.english, Language(code: "fr", name: "French")]
    let table = StringTable(file: "strings.csv", languages: languages, columns: [:], rows: rows)
    #expect(try workbookLanguages(table).map(\.language.code) == ["en"])
  }

  @Test func aTableThatNoWorkbookCouldFollowIsAFault() throws {
    var rows = try WorkbookText.allCases.map { text in
      StringTable.Row(key: text.rawValue, texts: ["en": try Languages.english()[text]], line: 7)
    }
    rows[0].key = "startShet"
    let place = try #require(rows.firstIndex { $0.key == "typeNumber" })
    rows[place].texts["en"] = "Type a number"
    let table = StringTable(
      file: "strings.csv", languages: [.english], columns: [:], rows: rows)
    #expect {
      try workbookLanguages(table)
    } throws: { error in
      guard case ProgrammeError.faults(let faults) = error else { return false }
      return faults.map(\.suggestion) == ["did you mean \"startSheet\"?", "add a row for it"]
    }
    rows[0].key = "startSheet"
    let other = StringTable(file: "strings.csv", languages: [.english], columns: [:], rows: rows)
    #expect(throws: ProgrammeError.self) { try workbookLanguages(other) }
  }

  /// A school in a country of two languages chooses from the list, or types what it knows.
  @Test func choicesAreTakenInEveryLanguageOnOffer() throws {
    var request = try filledRequest(programme, texts: Languages.texts("fr"))
    let typed = ["Tutored", "تدریس", " tutorat", "intervention", "Tutorée"]
    for (place, text) in typed.enumerated() {
      request.pupils[place].values[WellKnownField.group] = .text(" " + text)
    }
    let record = try read(request)
    let groups = record.pupils.prefix(5).map { $0.entries[WellKnownField.group]?.cell.value }
    expectNoDifference(
      groups,
      [
        .text(" Tutored"), .text("Tutored"), .text("Tutored"), .text(" intervention"),
        .text(" Tutorée"),
      ])
  }

  /// The stamp's own words say the language; without it, the names of the sheets do.
  @Test(arguments: ["fr", "ur"]) func theLanguageIsKnownWithoutTheStamp(code: String) throws {
    let request = try filledRequest(programme, texts: Languages.texts(code))
    let record = try read(request) { workbook in
      workbook.customProperties = [:]
      workbook.sheets = workbook.sheets.filter { $0.name != WorkbookLayout.stampSheetName }
      // The line on the first sheet stays; its language is lost.
      workbook.sheets[0] = SheetCells(
        name: workbook.sheets[0].name, visibility: .visible,
        cells: workbook.sheets[0].cells.map { located in
          guard case .text(let text) = located.cell.value else { return located }
          return SheetCells.Located(
            located.reference, Cell(.text(text.replacing("language \(code); ", with: ""))))
        })
    }
    #expect(record.pupils.count == 26)
    #expect(record.pupils[0].entries[WellKnownField.group]?.cell.value == .text("Tutored"))
  }

  @Test func remarksNameColumnsInEnglish() throws {
    let request = try filledRequest(programme, texts: Languages.texts("fr"))
    let record = try read(request) { workbook in
      workbook.sheets = workbook.sheets.map { sheet in
        SheetCells(
          name: sheet.name, visibility: sheet.visibility,
          cells: sheet.cells.filter { $0.cell.value != .text("Note après") })
      }
    }
    expectNoDifference(
      record.layoutRemarks, [.columnMissing(label: "Score after", sheet: "Élèves")])
  }

  @Test func aPupilKeyIsKnownInEveryLanguage() throws {
    for texts in Languages.all {
      var key = cells(of: pupilKey(for: try request(programme, texts: texts)))
      key.customProperties = [:]
      #expect(throws: ReturnedWorkbookError.pupilKey) {
        try readReturnedWorkbook(
          key, programmes: { _ in programme }, languages: Languages.all, fileName: "")
      }
    }
  }
}
