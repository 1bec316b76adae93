import Foundation
import Programmes
import StudyModel
import Workbooks

/// Where the programmes are, and what is in them.
struct ProgrammeFolder {
  let folder: URL
  /// By id.
  let programmes: [String: Programme]
  /// The languages in which workbooks are on offer, English first.
  let languages: [WorkbookTexts]

  /// Opens the folder that was asked for, or else the nearest `Templates`: in the working folder,
  /// then beside or above the program itself, as it lies in a build folder or an installation.
  ///
  /// - Throws: `UsageFailure` where there is none, or with every fault of its programmes.
  init(asked: String?) throws {
    guard let folder = Self.find(asked: asked) else {
      throw UsageFailure(
        message: "there is no folder of programmes here; name one with --templates FOLDER")
    }
    self.folder = folder
    var programmes: [String: Programme] = [:]
    var faults: [String] = []
    for place in try listProgrammes(in: folder) {
      do {
        let programme = try readProgramme(folder: place)
        programmes[programme.id] = programme
      } catch {
        faults.append("\(error)")
      }
    }
    guard faults.isEmpty else { throw UsageFailure(message: faults.joined(separator: "\n")) }
    self.programmes = programmes
    languages = try Self.languages(beside: folder)
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
  func programme(_ id: String) throws -> Programme {
    guard let programme = programmes[id] else {
      throw UsageFailure(
        message: "there is no programme \(id); there are: "
          + programmes.keys.sorted().joined(separator: ", "))
    }
    return programme
  }

  private static func find(asked: String?) -> URL? {
    if let asked { return isFolder(URL(filePath: asked)) ? URL(filePath: asked) : nil }
    return places.first(where: isFolder)
  }

  /// Where a folder of programmes is looked for, the nearest first.
  private static var places: [URL] {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    var places = [here.appending(path: "Templates")]
    var above = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    while let folder = above, folder.path != "/" {
      places.append(folder.appending(path: "share/whatworked/Templates"))
      places.append(folder.appending(path: "Templates"))
      above = folder.deletingLastPathComponent()
    }
    return places
  }

  private static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
