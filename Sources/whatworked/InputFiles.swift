import Foundation
import Spreadsheet

/// The files that a call names.
enum InputFiles {
  /// Every file that the paths name, in the order of the paths, each folder in the order of names.
  ///
  /// A path is a file, a folder (with all below it), or `-` for a list on standard input, one path
  /// a line. A link that is named leads to its file; links and devices inside folders are listed, so
  /// that their absence is explained, and never followed. Two names that only look alike are two
  /// files.
  ///
  /// - Throws: `UsageFailure` for a path that does not exist.
  static func list(_ paths: [String]) throws -> [FilePath] {
    var found: [FilePath] = []
    for path in paths {
      if path == "-" {
        while let line = readLine() {
          if !line.isEmpty { found += try expand(line) }
        }
      } else {
        found += try expand(path)
      }
    }
    let named = Set(found.filter(\.followsLink))
    var seen: Set<FilePath> = []
    return found.map { named.contains($0) ? $0.followingLink : $0 }
      .filter { seen.insert($0).inserted }
  }

  private static func expand(_ path: String) throws -> [FilePath] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UsageFailure(message: "there is no file or folder \(path)")
    }
    guard isFolder.boolValue else { return [FilePath(path).followingLink] }
    return files(inFolder: FilePath(path)).filter { !isLitter($0.lastName) }
  }

  /// Files that systems leave lying about, and notes beside workbooks.
  ///
  /// Locks and unfinished downloads are no litter: they may stand for a workbook that is missing.
  private static func isLitter(_ name: String) -> Bool {
    if name == ".DS_Store" || name == "Thumbs.db" || name.hasSuffix(".md") { return true }
    return name.hasPrefix(".") && FileKind.passedOver(name: name) == nil
  }
}
