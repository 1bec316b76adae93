import Foundation
import Programmes
import StudyModel

/// Where the programmes are, and what is in them.
struct ProgrammeFolder {
  let folder: URL
  /// By id.
  let programmes: [String: Programme]

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
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    var places = [here.appending(path: "Templates")]
    var above = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    while let folder = above, folder.path != "/" {
      places.append(folder.appending(path: "share/whatworked/Templates"))
      places.append(folder.appending(path: "Templates"))
      above = folder.deletingLastPathComponent()
    }
    return places.first(where: isFolder)
  }

  private static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
