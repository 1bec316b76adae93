import Foundation
import Programmes
import StudyModel
import Workbooks

extension ProgrammeFolder {
  /// The words of workbooks, from the folder of programmes; a trainer's own folder may leave them to
  /// the one that comes with the program.
  static func languages(beside folder: URL?) throws -> [WorkbookTexts] {
    let files = ((folder.map { [$0] } ?? []) + places).map { $0.appending(path: stringTableName) }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw UsageFailure(
        message: "there is no \(stringTableName) with the words of workbooks; name the folder that "
          + "holds it with --templates FOLDER")
    }
    do {
      return try workbookLanguages(readStringTable(file))
    } catch {
      throw UsageFailure(message: "\(file.path): \(error)")
    }
  }

  /// The same, from the folder that was asked for.
  static func languages(asked: String?) throws -> [WorkbookTexts] {
    try languages(beside: find(asked: asked))
  }

  /// The words of a workbook of a programme in a language.
  ///
  /// - Throws: `UsageFailure`, with what is on offer, or with what is not translated yet.
  static func texts(
    _ language: String, for programme: Programme, templates: String?
  ) throws -> WorkbookTexts {
    let languages = try Self.languages(asked: templates)
    guard let texts = languages.first(where: { $0.language.code == language }) else {
      let offered = languages.filter {
        programme.untranslatedTexts(in: $0.language.code).isEmpty
      }
      throw UsageFailure(
        message: "there is no language \(language); choose one of "
          + offered.map { "\($0.language.code) (\($0.language.name))" }.joined(separator: ", "))
    }
    let missing = programme.untranslatedTexts(in: language)
    guard missing.isEmpty else {
      throw UsageFailure(
        message: "\(programme.id) is not in \(texts.language.name) yet: \(missing.count) texts have "
          + "no translation, such as \"\(missing[0])\"")
    }
    return texts
  }
}
