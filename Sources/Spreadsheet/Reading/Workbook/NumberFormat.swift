import Cells

/// What a number format makes of a number: a date, a percentage, or neither.
struct NumberFormat: Hashable, Sendable {
  var showsDate = false
  var showsPercentage = false

  static let general = NumberFormat()

  /// The same as ``StoredCell/Mark``.
  @inline(__always)
  var marks: UInt8 {
    (showsDate ? StoredCell.Mark.date : 0) | (showsPercentage ? StoredCell.Mark.percentage : 0)
  }

  /// A format that every workbook has without saying so.
  ///
  /// Source: ECMA-376 Part 1 §18.8.30; 27 to 36 and 50 to 58 are dates of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: showsDate = true
    case 9, 10: showsPercentage = true
    default: break
    }
  }

  /// A format as its code says it, word by word: what is quoted, escaped, or a colour is not a date.
  init(code: String) {
    let bytes = Array(code.utf8)
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""): place = Self.place(of: UInt8(ascii: "\""), in: bytes, after: place)
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
      case UInt8(ascii: "["):
        let end = Self.place(of: UInt8(ascii: "]"), in: bytes, after: place)
        showsDate = showsDate || Self.isElapsedTime(bytes[(place + 1)..<max(end, place + 1)])
        place = end
      case UInt8(ascii: "%"): showsPercentage = true
      case UInt8(ascii: "G"), UInt8(ascii: "g"): place += Self.lengthOfGeneral(bytes, place)
      case let byte: showsDate = showsDate || Self.isDateLetter(byte)
      }
      place += 1
    }
    if showsDate { showsPercentage = false }
  }

  private init() {}

  /// The place of an end mark; the last place where there is none.
  private static func place(of end: UInt8, in bytes: [UInt8], after place: Int) -> Int {
    bytes[(place + 1)...].firstIndex(of: end) ?? bytes.count
  }

  private static func isDateLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "y"), UInt8(ascii: "h"),
      UInt8(ascii: "s"):
      true
    default: false
    }
  }

  /// What of `General` follows its first letter; nothing where another word begins so.
  private static func lengthOfGeneral(_ bytes: [UInt8], _ place: Int) -> Int {
    let word = bytes[place...].prefix(7).map { $0 | 0x20 }
    return word == Array("general".utf8) ? 6 : 0
  }

  /// `[h]`, `[mm]`, `[ss]` count hours and minutes; other brackets are colours and conditions.
  private static func isElapsedTime(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let first = inside.first.map({ $0 | 0x20 }) else { return false }
    let isUnit = [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first)
    return isUnit && inside.allSatisfy { $0 | 0x20 == first }
  }
}
