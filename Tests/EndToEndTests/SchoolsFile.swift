import Cells
import Foundation

@testable import Spreadsheet

/// A workbook as a school might send it, changed in its package.
struct SchoolsFile {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(sample name: String) throws {
    bytes = [UInt8](try Data(contentsOf: Workspace.samples.appending(path: name)))
  }

  /// The text of a part.
  func text(of part: String) throws -> String {
    String(decoding: try Container(bytes).contents(of: part), as: UTF8.self)
  }

  /// Replaces a text of a part, which must be there.
  mutating func replace(_ old: String, with new: String, in part: String) throws {
    let text = try text(of: part)
    guard text.contains(old) else { throw NotThere(text: old, part: part) }
    try set(text.replacing(old, with: new), of: part)
  }

  mutating func set(_ text: String, of part: String) throws {
    var changes = ContainerChanges(to: try Container(bytes))
    try changes.set(Array(text.utf8), of: part)
    bytes = try changes.package()
  }

  /// The value of a cell of the sheet with the pupils, as its part has it.
  mutating func type(_ value: String, into cell: String) throws {
    let part = try pupilsPart()
    var text = try text(of: part)
    guard let start = text.range(of: "<c r=\"\(cell)\""),
      let open = text[start.upperBound...].range(of: "<v>"),
      let end = text[open.upperBound...].range(of: "</v>")
    else { throw NotThere(text: cell, part: part) }
    text.replaceSubrange(open.upperBound..<end.lowerBound, with: value)
    try set(text, of: part)
  }

  func pupilsPart() throws -> String {
    let sheets = try WorkbookParts(of: bytes).sheets
    return sheets.first { $0.name == "Pupils" }?.partName ?? ""
  }

  var sheetNames: [String] {
    get throws { try readWorkbook(bytes).sheets.map(\.name) }
  }

  struct NotThere: Error {
    let text: String
    let part: String
  }
}
