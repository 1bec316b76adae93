/// Bytes that are written as a mark and two hexadecimal digits: `%C3` in names, `=C3` in mail.
enum EscapedBytes {
  /// The bytes that a text stands for; a mark without digits stands for itself.
  static func decoded(_ text: [UInt8], mark: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == mark, place + 2 < text.count, let high = hexDigit(text[place + 1]),
        let low = hexDigit(text[place + 2])
      {
        bytes.append(high << 4 | low)
        place += 3
      } else {
        bytes.append(text[place])
        place += 1
      }
    }
    return bytes
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
