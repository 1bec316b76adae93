import Foundation
import StudyModel
import TestSupport
import Testing

@testable import Programmes

@Suite struct TranslationTests {
  private let header = "label::English (en),label::French (fr)\n"

  private func faults(_ csv: String) -> [String] {
    do {
      _ = try stringTable(csv: csv, file: "strings.csv")
      return []
    } catch ProgrammeError.faults(let faults) {
      return faults.map { "\($0.line):\($0.column) \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func readsATableWithAndWithoutNames() throws {
    let named = try stringTable(
      csv: "\u{FEFF}name,label::French (fr),label::English (en)\r\nyes,Oui,Yes\r\n,,\r\n",
      file: "strings.csv")
    #expect(named.languages.map(\.code) == ["en", "fr"])
    expectNoDifference(named.translations, ["en": ["yes": "Yes"], "fr": ["yes": "Oui"]])
    let unnamed = try stringTable(
      csv: header + "\"Yes, all\",\"Oui, tout\"\nNo,\n", file: "strings.csv")
    expectNoDifference(
      unnamed.translations,
      ["en": ["Yes, all": "Yes, all", "No": "No"], "fr": ["Yes, all": "Oui, tout"]])
  }

  @Test func saysWhereATableIsWrong() {
    expectNoDifference(
      faults("name,label::French (fr)\na,b\n"), ["1:1 there is no column \"label::English (en)\""])
    expectNoDifference(
      faults("label::English (en),French\nYes,Oui\n"),
      ["1:2 \"French\" is not the heading of a language"])
    expectNoDifference(
      faults(header + "Yes,Oui\nYes,Si\n"), ["3:1 \"Yes\" is in line 2 already"])
    expectNoDifference(
      faults(header + "From {1} to {2},De {1} à\n"),
      ["2:2 the French text does not have the same {1}, {2} … as the English one"])
    expectNoDifference(faults(header + ",Oui\n"), ["2:1 the row has no English text or no name"])
    expectNoDifference(
      faults("label::English (en),label::French (fr),label::Français (fr)\nYes,Oui,Si\n"),
      ["1:3 the language fr has two columns"])
  }

  @Test(arguments: ProgrammeTemplates.ids) func whatShipsIsCompleteInEveryLanguage(
    id: String
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    #expect(Set(programme.translations.keys) == ["en", "fr", "ur"])
    for code in ["fr", "ur"] {
      expectNoDifference(programme.untranslatedTexts(in: code), [])
      let translated = programme.translated(into: code)
      // Machine values do not depend on the language.
      expectNoDifference(translated.mapTexts { _ in "" }, programme.mapTexts { _ in "" })
      #expect(translated.title != programme.title)
    }
    let urdu = programme.translated(into: "ur").workbookTexts
    #expect(urdu.allSatisfy { $0.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } })
  }

  /// What a trainer no longer has in the table, and what is new, stays in English and is listed.
  @Test func aTextWithoutATranslationIsListed() {
    var programme = Programme.example
    programme.translations = ["fr": ["Sex": "Sexe"]]
    #expect(programme.translated(into: "fr").pupilFields[1].label == "Sexe")
    #expect(programme.translated(into: "de") == programme)
    #expect(programme.untranslatedTexts(in: "fr").first == "Peer tutoring in reading")
    #expect(!programme.untranslatedTexts(in: "fr").contains("Sex"))
    #expect(programme.untranslatedTexts(in: "en").isEmpty)
  }

  @Test func wordsByWhichAnswersCouldNotBeToldApartAreFaults() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "whatworked-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let csv = header + "Girl,Élève\nBoy,élève\nClass or set,Groupes\nSex,Groupe\n"
    try Data(csv.utf8).write(to: folder.appending(path: stringTableName))
    #expect {
      try addingTranslations(to: .example, from: folder)
    } throws: { error in
      guard case ProgrammeError.faults(let faults) = error else { return false }
      return faults.map(\.line) == [3, 5] && faults.allSatisfy { $0.column == 2 }
    }
  }

  @Test func onlySomeLanguagesBeginAtTheRight() {
    let directions = ["en", "fr", "ur", "ar", "fa", "sw", "qps"].map {
      Language(code: $0, name: "").isRightToLeft
    }
    #expect(directions == [false, false, true, true, true, false, false])
  }
}
