/// Where a cell is in its sheet: row and column as people count them, from 1.
package struct CellReference: Hashable, Comparable, Sendable {
  /// 1 to 1,048,576.
  package var row: Int { Int(highRow) << 16 | Int(lowRow) }
  /// 1 to 16,384; 1 is column A.
  package var column: Int { Int(storedColumn) }

  // Six bytes, so that a cell with its place takes 24.
  private let highRow: UInt16
  private let lowRow: UInt16
  private let storedColumn: UInt16

  package static let rowLimit = 1_048_576
  package static let columnLimit = 16_384

  package init(row: Int, column: Int) {
    let row = UInt32(clamping: row)
    highRow = UInt16(row >> 16)
    lowRow = UInt16(row & 0xFFFF)
    storedColumn = UInt16(clamping: column)
  }

  /// Reads `C14` or `$C$14`; nil for anything else, or outside the sheet.
  package init?(_ text: String) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= Self.rowLimit, column <= Self.columnLimit else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// Rows first, then columns: the order in which a sheet is stored and read.
  package static func < (one: Self, other: Self) -> Bool {
    (one.row, one.column) < (other.row, other.column)
  }

  /// The letters of a column: 1 is `A`, 27 is `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  package var description: String { Self.letters(ofColumn: column) + String(row) }
}
