package import Foundation
import StudyModel

/// The name of the file with translations, in the folder of a programme and in that of all of them.
package let stringTableName = "strings.csv"

/// Reads a table of texts from its file.
package func readStringTable(_ file: URL) throws(ProgrammeError) -> StringTable {
  guard let data = try? Data(contentsOf: file), let csv = String(data: data, encoding: .utf8)
  else { throw .unreadable(file: file.lastPathComponent) }
  return try stringTable(csv: csv, file: file.lastPathComponent)
}

/// The programme with the translations that its folder holds, if it holds any.
///
/// - Throws: `faults` for a table that cannot be read, and for words by which the answers of a
///   returned workbook could not be told apart.
func addingTranslations(
  to programme: Programme, from folder: URL
) throws(ProgrammeError) -> Programme {
  let file = folder.appending(path: stringTableName)
  guard FileManager.default.fileExists(atPath: file.path) else { return programme }
  let table = try readStringTable(file)
  var translated = programme
  translated.translations = table.translations
  let faults = table.languages.filter { $0.code != "en" }.flatMap { language in
    TranslationCheck(table: table, language: language).faults(in: translated)
  }
  guard faults.isEmpty else { throw .faults(faults.sorted { $0.line < $1.line }) }
  return translated
}

/// What must hold for the words of a programme in each language, because answers are found again by
/// them.
private struct TranslationCheck {
  let table: StringTable
  let language: Language

  func faults(in programme: Programme) -> [ProgrammeFault] {
    let translated = programme.translated(into: language.code)
    let questions = [
      (programme.pupilFields, translated.pupilFields),
      (programme.schoolQuestions, translated.schoolQuestions),
      (programme.implementationQuestions, translated.implementationQuestions),
    ]
    var faults: [ProgrammeFault] = []
    for (originals, fields) in questions {
      faults += alike(originals.map(\.label), fields.map(\.label), within: 2)
      for (original, field) in zip(originals, fields) {
        faults += tooLong(original.label, field.label, limit: 90)
        faults += tooLong(original.help, field.help, limit: 250)
        faults += sameChoices(original.kind, field.kind)
      }
    }
    return faults
      + sameChoices(.choice(programme.missingReasons), .choice(translated.missingReasons))
      + sameChoices(.choice(programme.roles), .choice(translated.roles))
  }

  private func sameChoices(_ original: FieldKind, _ kind: FieldKind) -> [ProgrammeFault] {
    guard case .choice(let originals) = original, case .choice(let choices) = kind else {
      return []
    }
    return alike(originals.map(\.label), choices.map(\.label), within: 0)
  }

  private func alike(
    _ originals: [String], _ texts: [String], within edits: Int
  ) -> [ProgrammeFault] {
    let texts = texts.map { ComparedText($0.lowercased()) }
    return texts.indices.compactMap { place in
      guard texts[..<place].contains(where: { $0.isWithin(edits, of: texts[place]) })
      else { return nil }
      return fault(
        of: originals[place], "the \(language.name) text is too much like another one beside it",
        "answers are found again by these words: choose others")
    }
  }

  private func tooLong(_ original: String, _ text: String, limit: Int) -> [ProgrammeFault] {
    guard text.utf16.count > limit else { return [] }
    return [
      fault(
        of: original,
        "the \(language.name) text has \(text.utf16.count) characters; at most \(limit) fit", nil)
    ]
  }

  private func fault(of key: String, _ message: String, _ suggestion: String?) -> ProgrammeFault {
    let line = table.rows.first { $0.key == key }?.line ?? 1
    return ProgrammeFault(
      file: table.file, line: line, column: table.columns[language.code] ?? 1, message: message,
      suggestion: suggestion)
  }
}
