import Foundation

/// Bytes of text that come in pieces; its room is used again and again.
@safe
struct TextBuffer: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private(set) var count = 0

  init() { unsafe bytes = .allocate(capacity: capacity + 1) }

  deinit { unsafe bytes.deallocate() }

  @inline(__always)
  mutating func clear() { count = 0 }

  @inline(__always)
  mutating func append(_ piece: UnsafePointer<CChar>, count length: Int) {
    if count + length > capacity { grow(toHold: count + length) }
    unsafe UnsafeMutableRawPointer(bytes + count).copyMemory(from: piece, byteCount: length)
    count += length
  }

  private mutating func grow(toHold length: Int) {
    let larger = max(length, 2 * capacity)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + 1)
    unsafe moved.update(from: bytes, count: count)
    unsafe bytes.deallocate()
    unsafe bytes = unsafe moved
    capacity = larger
  }

  /// The bytes, for as long as nothing is added.
  @inline(__always)
  var contents: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes, count: count)
  }

  /// The bytes without blanks around them.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var place = 0..<count
    while let first = place.first, unsafe XMLBlank.isBlank(bytes[first]) {
      place = (first + 1)..<place.upperBound
    }
    while let last = place.last, unsafe XMLBlank.isBlank(bytes[last]) {
      place = place.lowerBound..<last
    }
    return unsafe UnsafeBufferPointer(rebasing: contents[place])
  }

  var string: String { unsafe String(decoding: contents, as: UTF8.self) }

  /// The text with `_x000D_` and its like decoded.
  ///
  /// Source: ECMA-376 Part 1 §22.9.2.19 (ST_Xstring).
  var decodedString: String {
    // Nearly every text is without: the C library looks through many megabytes in a moment.
    unsafe memchr(bytes, CInt(UInt8(ascii: "_")), count) == nil
      ? string : EscapedText.decoded(string)
  }
}

/// The blanks of XML: space, tab and the ends of lines.
enum XMLBlank {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// The `_xHHHH_` with which a workbook writes characters that XML cannot hold.
enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let units = Array(text.utf16)
    var decoded: [UInt16] = []
    var place = 0
    while place < units.count {
      if let unit = escape(at: place, in: units) {
        decoded.append(unit)
        place += 7
      } else {
        decoded.append(units[place])
        place += 1
      }
    }
    return String(decoding: decoded, as: UTF16.self)
  }

  private static func escape(at place: Int, in units: [UInt16]) -> UInt16? {
    guard place + 6 < units.count, units[place] == 0x5F, units[place + 1] == 0x78,
      units[place + 6] == 0x5F
    else { return nil }
    let digits = String(decoding: units[place + 2..<place + 6], as: UTF16.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    else { return nil }
    return UInt16(digits, radix: 16)
  }
}
