import Foundation
import Programmes

extension ProgrammeFolder {
  /// The folders of programmes, the nearest first: the one that was asked for, or else that of the
  /// working folder and that which comes with the program.
  static func folders(asked: String?) -> [URL] {
    if let asked { return [URL(filePath: asked)].filter(isFolder) }
    let own = [localPlace].filter(isFolder)
    let shared = sharedPlaces.first(where: isFolder).map { [$0] } ?? []
    // The working folder may be the one that the program lies in.
    return own + shared.filter { !own.map(\.canonical).contains($0.canonical) }
  }

  /// Where a folder of programmes is looked for, the nearest first.
  static var places: [URL] { [localPlace] + sharedPlaces }

  /// Where a programme lies that is named by its folder, its workbook or its id, whatever is wrong
  /// with it; nil for an id that no folder has.
  static func place(of programme: String, asked: String?) -> URL? {
    let place = URL(filePath: programme)
    guard isProgrammeID(programme), !FileManager.default.fileExists(atPath: place.path) else {
      return place
    }
    return folders(asked: asked).map { $0.appending(path: programme) }.first(where: isFolder)
  }

  private static var localPlace: URL {
    URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "Templates")
  }

  private static var sharedPlaces: [URL] {
    var places: [URL] = []
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

extension URL {
  fileprivate var canonical: String { resolvingSymlinksInPath().standardizedFileURL.path }
}
