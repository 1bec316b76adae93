import Foundation

/// The register of what was sent out: `issued.csv`, one workbook a row.
///
/// A row is appended when its pack is whole, so that a run that is interrupted goes on where it
/// stopped; at the end of a run the rows are put in order. `merge` compares it with what came back.
struct IssuedRegister {
  static let fileName = "issued.csv"
  static let columns = [
    "school", "country", "programme", "version", "wave", "workbook", "design", "pupils",
    "allocation", "file", "pack",
  ]

  /// One workbook that was made: the values of the columns.
  struct Row: Hashable, Sendable {
    var values: [String]

    /// By the name of a column; empty where the row has none.
    subscript(column: String) -> String {
      columns.firstIndex(of: column).map { values[$0] } ?? ""
    }

    /// What it is about: the same workbook made again takes its place.
    fileprivate var key: String { self["workbook"] + " " + self["school"] }
    /// School by school.
    fileprivate var order: [String] {
      ["programme", "wave", "school", "workbook"].map { self[$0] }
    }

    fileprivate var line: String { values.map(quoted).joined(separator: ",") + "\n" }
  }

  let path: String
  private(set) var rows: [String: Row] = [:]

  /// Reads the register of a folder, if there is one; a row that was cut off is none.
  init(in folder: OutputFolder) {
    path = folder.folder.appending(path: Self.fileName).path
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let text = String(decoding: data, as: UTF8.self)
    for line in text.split(separator: "\n").dropFirst() {
      let values = Self.values(in: line)
      guard values.count == Self.columns.count else { continue }
      let row = Row(values: values)
      rows[row.key] = row
    }
  }

  /// The row of the same workbook, as it was made before.
  func earlier(than row: Row) -> Row? { rows[row.key] }

  /// Adds a row at the end of the file.
  mutating func append(_ row: Row) throws {
    rows[row.key] = row
    let isNew = !FileManager.default.fileExists(atPath: path)
    let text = (isNew ? Self.columns.joined(separator: ",") + "\n" : "") + row.line
    if isNew {
      guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
        throw OutputFailure(path: path, reason: "it could not be written")
      }
      return
    }
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? handle.close() }
    // What an interrupted run cut off must not swallow the next row.
    let end = try handle.seekToEnd()
    try handle.seek(toOffset: end > 0 ? end - 1 : 0)
    let isWhole = try handle.read(upToCount: 1) == Data("\n".utf8)
    try handle.write(contentsOf: Data(((isWhole ? "" : "\n") + text).utf8))
  }

  /// Writes all rows in their order.
  func write(to folder: OutputFolder) throws {
    let ordered = rows.values.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    let text = Self.columns.joined(separator: ",") + "\n" + ordered.map(\.line).joined()
    try folder.write(text, to: Self.fileName)
  }

  /// The values of a line; none of them holds a line break.
  private static func values(in line: Substring) -> [String] {
    var values: [String] = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: values.append("")
      default: values[values.count - 1].append(character)
      }
    }
    return values
  }
}

private func quoted(_ value: String) -> String {
  let plain = value.replacing("\"", with: "'").replacing("\n", with: " ")
  return plain.contains(",") ? "\"\(plain)\"" : plain
}
