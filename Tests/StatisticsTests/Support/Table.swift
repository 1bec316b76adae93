import Foundation
import TestSupport

/// A comma-separated reference table; empty fields are missing.
struct Table {
  let names: [String]
  let columns: [String: [String]]
  let count: Int

  init(_ path: String) throws {
    let lines = String(decoding: try SharedFolder.data(path), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(Table.fields)
    let header = lines.first ?? []
    names = header
    count = lines.count - 1
    columns = Dictionary(
      uniqueKeysWithValues: header.enumerated().map { column in
        (column.element, lines.dropFirst().map { $0[column.offset] })
      })
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  func text(_ name: String) -> [String?] {
    columns[name]?.map { $0.isEmpty ? nil : $0 } ?? [String?](repeating: nil, count: count)
  }

  func numbers(_ name: String) -> [Double?] { text(name).map { $0.flatMap(Double.init) } }
}
