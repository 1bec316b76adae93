import Cells
import CustomDump
import Foundation
import Programmes
import StudyModel
import TestSupport
import Testing

@Suite struct ProgrammeSheetsTests {
  @Test(arguments: ProgrammeTemplates.ids)
  func theWorkbookOfAProgrammeGivesTheSameProgramme(id: String) throws {
    var source = try ProgrammeSource(folder: ProgrammeTemplates.folder(of: id))
    // A table of texts may hold more than the programme shows, and it holds English too.
    let shown = Set(source.programme.workbookTexts)
    source.programme.translations["en"] = nil
    source.programme.translations = source.programme.translations.mapValues { texts in
      texts.filter { shown.contains($0.key) }
    }
    let again = try ProgrammeSource(
      workbook: ExampleSheets(of: source).workbook, file: "mine.xlsx")
    expectNoDifference(again, source)
  }

  @Test func aNewProgrammeIsTheSameEditedInEitherForm() throws {
    let files = newProgramme(id: "paired-writing")
    let yaml = try #require(files.first { $0.name == "programme.yaml" }).text
    let guidance = try #require(files.first { $0.name == "guidance.md" }).text
    func source(_ yaml: String, _ guidance: String) throws -> ProgrammeSource {
      ProgrammeSource(
        programme: try programme(
          yaml: yaml, folderName: "paired-writing", hasText: { $0 == "guidance.md" }),
        texts: ["guidance.md": guidance])
    }
    let edited = try source(
      yaml.replacing("maximum: 40   ", with: "maximum: 60   ")
        .replacing("label: How were pupils chosen?", with: "label: How were groups made?")
        .replacing("sessions-planned: 30", with: "sessions-planned: 36")
        .replacing("code: other, label: Another reason", with: "code: moved, label: Moved away"),
      guidance.replacing("Say in two sentences", with: "Say in one sentence"))
    var sheets = ExampleSheets(of: try source(yaml, guidance))
    sheets["outcomes!E2"] = "60"
    let question = try #require(
      (2...9).first { sheets["questions!D\($0)"] == "How were pupils chosen?" })
    sheets["questions!D\(question)"] = "How were groups made?"
    sheets["sessions!A2"] = "36"
    sheets["choices!B4"] = "moved"
    sheets["choices!C4"] = "Moved away"
    let line = try #require(
      (2...9).first { sheets["text_lines!B\($0)"].hasPrefix("Say in two sentences") })
    sheets["text_lines!B\(line)"] = sheets["text_lines!B\(line)"]
      .replacing("Say in two sentences", with: "Say in one sentence")
    expectNoDifference(
      try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx"), edited)
    #expect(edited != (try source(yaml, guidance)))
  }

  @Test func headingsMayBeWrittenAsPeopleDo() throws {
    var sheets = try ExampleSheets.example()
    let expected = try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx")
    sheets["outcomes!B1"] = " Label::English (en) "
    sheets["columns!C1"] = "label"
    sheets["glossary!A1"] = "word::English"
    sheets.rename("outcomes", to: "Outcomes")
    expectNoDifference(
      try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx"), expected)
  }

  @Test func everySettingAndColumnIsExplained() {
    for sheet in DefinitionSheet.allCases {
      #expect(sheet.purpose.hasSuffix("."))
      let names = sheet.settings.isEmpty ? sheet.columns.map(\.heading) : sheet.settings
      for name in names { #expect(sheet.meaning(of: name).hasSuffix("."), "\(sheet) \(name)") }
    }
  }

  @Test func theReadmeExplainsEveryKeyAndEverySheet() throws {
    let readme = try String(
      contentsOf: ProgrammeTemplates.folder.appending(path: "README.md"), encoding: .utf8)
    for table in DefinitionTable.allCases {
      for key in table.required + table.optional {
        #expect(readme.contains("`\(key)`"), "\(table) \(key)")
      }
    }
    for sheet in DefinitionSheet.allCases { #expect(readme.contains("`\(sheet.rawValue)`")) }
  }
}
