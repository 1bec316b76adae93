import Cells
import Foundation
import TestSupport

/// What two independent readers found in each of the real workbooks.
struct WorkbookManifest: Decodable {
  var files: [File]

  struct File: Decodable {
    var file: String
    var facts: Facts

    /// The code that a file must end with instead of being read.
    var outcome: String? { file.contains("Fillreport") ? "W175" : nil }

    /// How many cells hold something; nil where no reader can be relied on.
    func expectedCount(of sheet: String) -> Int? {
      let byOpenpyxl = facts.openpyxl?.nonempty?[sheet]?.count
      return byOpenpyxl ?? facts.calamine?.nonempty?[sheet]?.count
    }
  }

  struct Facts: Decodable {
    var raw_workbook_xml_sheets: [[String]]
    var openpyxl: Reader?
    var calamine: Reader?
    var cells: [Sample]?
    var password: String?

    var sheets: [(name: String, state: String)] {
      raw_workbook_xml_sheets.map { (name: $0[0], state: $0[1]) }
    }
  }

  struct Reader: Decodable { var nonempty: [String: Count]? }

  /// A number of cells, or the message of a reader that failed.
  struct Count: Decodable {
    var count: Int?

    init(from decoder: any Decoder) throws {
      count = try? decoder.singleValueContainer().decode(Int.self)
    }
  }

  static func read() throws -> WorkbookManifest {
    try JSONDecoder().decode(
      WorkbookManifest.self, from: SharedFolder.data("workbooks/manifest.json"))
  }
}

extension WorkbookManifest {
  /// One cell as both readers saw it.
  struct Sample: Decodable {
    var sheet: String
    var ref: String
    var t: String
    var v: Value

    enum Value: Decodable {
      case number(Double)
      case text(String)
      case boolean(Bool)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let boolean = try? container.decode(Bool.self) {
          self = .boolean(boolean)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    func matches(_ cell: Cell?, countsFrom1904: Bool) -> Bool {
      switch (v, cell?.value) {
      case (.number(let wanted), .number(let found)): wanted == found
      case (.boolean(let wanted), .boolean(let found)): wanted == found
      case (.text(let wanted), .text(let found)) where t == "string": wanted == found
      case (.text(let wanted), .number(let serial)) where t == "datetime":
        cell?.showsDate == true && moment(serial, countsFrom1904) == wanted
      default: false
      }
    }

    private func moment(_ serial: Double, _ countsFrom1904: Bool) -> String? {
      let seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
      let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      return ExcelDate(serial: serial, countsFrom1904: countsFrom1904).map { "\($0.iso)T\(clock)" }
    }
  }
}
