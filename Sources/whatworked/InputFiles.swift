import Foundation

/// The files that a call names.
enum InputFiles {
  /// Every file that the paths name, in the order of the paths, each folder in the order of names.
  ///
  /// A path is a file, a folder (with all below it), or `-` for a list on standard input, one path
  /// a line. Links inside folders are not followed.
  ///
  /// - Throws: `UsageFailure` for a path that does not exist.
  static func list(_ paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      if path == "-" {
        while let line = readLine() {
          if !line.isEmpty { files += try expand(line) }
        }
      } else {
        files += try expand(path)
      }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  private static func expand(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UsageFailure(message: "there is no file or folder \(path)")
    }
    guard isFolder.boolValue else { return [path] }
    let below = FileManager.default.enumerator(atPath: path)
    var names: [String] = []
    while let name = below?.nextObject() as? String {
      let type = below?.fileAttributes?[.type] as? FileAttributeType
      if type == .typeRegular, !isLitter(name) { names.append(name) }
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return names.sorted().map { folder + $0 }
  }

  /// Files that programs and systems leave lying about, and notes beside workbooks.
  private static func isLitter(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let hidden = last.hasPrefix(".") || last.hasPrefix("~$") || last == "Thumbs.db"
    return hidden || last.hasSuffix(".md") || last.hasSuffix(".crdownload")
  }
}
