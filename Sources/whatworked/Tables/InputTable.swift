import Cells
import Foundation
import Programmes
import Spreadsheet
import SwiftCSV

/// A table that a trainer hands over, as CSV or as a sheet of a workbook, with its headings in the
/// first row that has the first of them.
struct InputTable {
  /// The name of the file, for faults.
  let file: String
  let rows: [Row]
  /// Headings that are probably meant otherwise; they keep nothing from being read.
  let faults: [ProgrammeFault]

  struct Row {
    let file: String
    let place: DefinitionPlace
    fileprivate let columns: [String: Int]
    fileprivate let values: [Int: String]

    /// What stands under a heading; nil where that is nothing.
    subscript(heading: String) -> String? {
      columns[heading].flatMap { values[$0] }
    }

    /// Something that is wrong with what stands under a heading.
    func fault(_ message: String, at heading: String, suggestion: String? = nil) -> ProgrammeFault {
      var place = place
      if let column = columns[heading] { place.column = column }
      return ProgrammeFault(
        file: file, place: place, message: message, suggestion: suggestion)
    }
  }

  /// Reads a table from a file.
  ///
  /// - Parameters:
  ///   - path: of a CSV file or a workbook.
  ///   - known: the headings that are understood; others are passed over.
  ///   - needed: those of them without which nothing can be done.
  /// - Throws: `UsageFailure` where it is no table, or lacks what is needed.
  init(path: String, known: [String], needed: [String]) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFailure(message: "there is no file \(path)")
    }
    let file = URL(filePath: path).lastPathComponent
    self.file = file
    let bytes = [UInt8](data)
    let lines =
      fileKind(of: bytes) == .workbook
      ? try Self.lines(ofWorkbook: bytes, file, first: needed.first)
      : try Self.lines(ofText: bytes, file)
    guard let header = lines.first else {
      throw UsageFailure(message: "\(file) holds no table")
    }
    var columns: [String: Int] = [:]
    for (column, text) in header.values { columns[Self.plainHeading(text)] = column }
    let missing = needed.filter { columns[$0] == nil }
    let faults = missing.map { heading in
      ProgrammeFault(
        file: file, place: header.place, message: "there is no column \"\(heading)\"",
        suggestion: nearMiss(of: heading, among: columns.keys.sorted()).map {
          "call the column \"\($0)\" \"\(heading)\""
        })
    }
    guard missing.isEmpty else { throw UsageFailure(faults) }
    self.faults = columns.keys.sorted().filter { !known.contains($0) }.compactMap { heading in
      nearMiss(of: heading, among: known.filter { columns[$0] == nil && !missing.contains($0) })
        .map { meant in
          ProgrammeFault(
            file: file, place: header.place, message: "there is a column \"\(heading)\"",
            suggestion: "did you mean \"\(meant)\"?")
        }
    }
    rows = lines.dropFirst().map { line in
      Row(file: file, place: line.place, columns: columns, values: line.values)
    }
  }

  private struct Line {
    var place: DefinitionPlace
    var values: [Int: String]
  }

  private static func plainHeading(_ text: String) -> String {
    text.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
  }

  private static func lines(
    ofWorkbook bytes: [UInt8], _ file: String, first: String?
  ) throws -> [Line] {
    let workbook: WorkbookCells
    do {
      workbook = try readWorkbook(bytes)
    } catch {
      throw UsageFailure(message: "\(file): \(error.message)")
    }
    for sheet in workbook.sheets {
      var lines: [Line] = []
      for located in sheet.cells {
        let text: String
        switch located.cell.value {
        case .text(let written): text = trimmed(written)
        case .number(let number): text = plain(number)
        case .boolean(let truth): text = truth ? "yes" : "no"
        case .empty, .error: text = ""
        }
        guard !text.isEmpty else { continue }
        if lines.last?.place.line != located.reference.row {
          lines.append(
            Line(
              place: DefinitionPlace(sheet: sheet.name, line: located.reference.row, column: 1),
              values: [:]))
        }
        lines[lines.count - 1].values[located.reference.column] = text
      }
      let start = lines.firstIndex { line in
        line.values.values.contains { plainHeading($0) == first }
      }
      if let start { return Array(lines[start...]) }
    }
    throw UsageFailure(message: "\(file): no sheet has a column \"\(first ?? "")\"")
  }

  private static func lines(ofText bytes: [UInt8], _ file: String) throws -> [Line] {
    let given = try readTable(in: bytes, file)
    let read = try? CSV<Enumerated>(
      string: given.text, delimiter: .character(given.separator), loadColumns: false)
    guard let table = read else {
      throw UsageFailure(message: "\(file) could not be read as a table")
    }
    // Rows without anything in them are passed over by the reader of CSV, but count as lines.
    var number = 1
    var physical = given.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    return ([table.header] + table.rows).map { values in
      while let line = physical.first, line.allSatisfy(\.isWhitespace) {
        physical.removeFirst()
        number += 1
      }
      let line = Line(
        place: DefinitionPlace(line: number, column: 1),
        values: Dictionary(
          uniqueKeysWithValues: values.enumerated().map { ($0 + 1, trimmed($1)) }
            .filter { !$0.1.isEmpty }))
      let height = 1 + values.reduce(0) { $0 + $1.count { $0 == "\n" } }
      physical = physical.dropFirst(height)
      number += height
      return line
    }.filter { !$0.values.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension UsageFailure {
  /// Everything that is wrong, one after the other.
  init(_ faults: [ProgrammeFault]) {
    self.init(message: faults.map(\.description).joined(separator: "\n"))
  }
}
