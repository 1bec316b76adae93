import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Workbooks

/// Where the programmes are, and what is in them: a folder for each, or a workbook.
struct ProgrammeFolder {
  /// By id.
  let sources: [String: ProgrammeSource]

  /// By id.
  var programmes: [String: Programme] { sources.mapValues(\.programme) }
  /// The languages in which workbooks are on offer, English first.
  let languages: [WorkbookTexts]

  /// Opens the folder that was asked for, or else a trainer's own and that of the program.
  ///
  /// The trainer's own is `Templates` in the working folder; the other is the nearest beside or above
  /// the program, as it lies in a build folder or an installation. Of two programmes with one id the
  /// trainer's own counts.
  ///
  /// - Throws: `UsageFailure` where there is none, or with every fault of its programmes.
  init(asked: String?) throws {
    let folders = Self.folders(asked: asked)
    guard let first = folders.first else {
      throw UsageFailure(
        message: "there is no folder of programmes here; name one with --templates FOLDER")
    }
    sources = try folders.map(Self.sources).reduce([:]) { nearer, farther in
      nearer.merging(farther) { own, _ in own }
    }
    languages = try Self.languages(beside: first)
  }

  private static func sources(in folder: URL) throws -> [String: ProgrammeSource] {
    var sources: [String: ProgrammeSource] = [:]
    var faults: [String] = []
    for place in try listProgrammes(in: folder) + workbooks(in: folder) {
      do {
        let source = try source(at: place)
        if sources.updateValue(source, forKey: source.programme.id) != nil {
          faults.append(
            "\(place.lastPathComponent): the programme \(source.programme.id) is there already")
        }
      } catch let failure as UsageFailure {
        faults.append(failure.message)
      }
    }
    guard faults.isEmpty else { throw UsageFailure(message: faults.joined(separator: "\n")) }
    return sources
  }

  /// The words of workbooks, from the folder of programmes; a trainer's own folder may leave them to
  /// the one that comes with the program.
  private static func languages(beside folder: URL) throws -> [WorkbookTexts] {
    let files = ([folder] + places).map { $0.appending(path: stringTableName) }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw UsageFailure(
        message: "there is no \(stringTableName) with the words of workbooks in \(folder.path)")
    }
    do {
      return try workbookLanguages(readStringTable(file))
    } catch {
      throw UsageFailure(message: "\(file.path): \(error)")
    }
  }

  /// The words of a workbook of a programme in a language.
  ///
  /// - Throws: `UsageFailure`, with what is on offer, or with what is not translated yet.
  func texts(_ language: String, for programme: Programme) throws -> WorkbookTexts {
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
        message: "\(programme.id) is not in \(texts.language.name) yet: \(stringTableName) in its "
          + "folder lacks \(missing.count) texts, such as \"\(missing[0])\"")
    }
    return texts
  }

  /// The programme of this id.
  ///
  /// - Throws: `UsageFailure`, with what there is.
  func source(_ id: String) throws -> ProgrammeSource {
    guard let source = sources[id] else {
      let near = nearMiss(of: id, among: sources.keys.sorted())
      throw UsageFailure(
        message: "there is no programme \(id)" + (near.map { "; did you mean \($0)?" } ?? ".")
          + " There are: " + sources.keys.sorted().joined(separator: ", "))
    }
    return source
  }

  /// A programme by its workbook, by its folder or by its id.
  func source(at programme: String) throws -> ProgrammeSource {
    let place = URL(filePath: programme)
    let isWorkbook = programme.lowercased().hasSuffix(".xlsx")
    let isFolder = FileManager.default.fileExists(
      atPath: place.appending(path: definitionName).path)
    if isWorkbook || (isFolder && programme.contains("/")) { return try Self.source(at: place) }
    return try source(programme)
  }

  /// Reads the programme of a folder or of a workbook.
  ///
  /// - Throws: `UsageFailure` with everything that is wrong with it.
  static func source(at place: URL) throws -> ProgrammeSource {
    do {
      guard place.lastPathComponent.lowercased().hasSuffix(".xlsx") else {
        return try ProgrammeSource(folder: place)
      }
      let cells = try readWorkbook(readFile(at: FilePath(place.path)))
      return try ProgrammeSource(workbook: cells, file: place.lastPathComponent)
    } catch let error as SpreadsheetError {
      throw UsageFailure(message: "\(place.lastPathComponent): \(error.message)")
    } catch {
      throw UsageFailure(message: "\(error)")
    }
  }

  /// The workbooks of a folder, but not what an open spreadsheet program leaves beside them.
  private static func workbooks(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~$") && !$0.hasPrefix(".")
    }.sorted().map { folder.appending(path: $0) }
  }
}
