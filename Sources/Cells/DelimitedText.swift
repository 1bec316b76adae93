/// A table as text, as spreadsheet programs of every country save it.
///
/// Where numbers are written with a comma, Excel separates columns with semicolons; what it calls
/// Unicode text has tabs, in UTF-16.
package struct DelimitedText: Sendable {
  /// Without the mark at its start, each line ending as in Unix.
  package let text: String
  /// A comma, a semicolon or a tab: what the first line has most of outside quotation marks.
  package let separator: Character

  package init(_ text: String) {
    self.text = Self.withPlainLineEnds(text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
    separator = Self.separator(in: self.text)
  }

  /// A hub's table may have a hundred thousand lines: bytes are looked at, not letters.
  private static func withPlainLineEnds(_ text: Substring) -> String {
    let (feed, back) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard text.utf8.contains(back) else { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == back {
        bytes.append(feed)
      } else if byte != feed || last != back {
        bytes.append(byte)
      }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text in UTF-8, or in UTF-16 with its mark; nil for any other bytes.
  package init?(bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let low = bytes[0] == 0xFF ? 0 : 1
      let units = stride(from: 0, to: bytes.count, by: 2).map { place in
        UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
      }
      self.init(String(decoding: units, as: UTF16.self))
    } else {
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      self.init(text)
    }
  }

  /// What R writes where it has no number.
  package static let notAvailable = "NA"

  /// A number as such a table writes it: `0.5`, and `0,5` where commas do not separate columns.
  package func number(_ text: String) -> Double? {
    let written = text.filter { !$0.isWhitespace }
    let number = Double(separator == "," ? written : written.replacing(",", with: "."))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func separator(in text: String) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character == "\n" { break }
      counts[character, default: 0] += 1
    }
    // Of as many, commas are the likeliest to be within headings.
    let candidates: [Character] = [";", "\t"]
    return candidates.reduce(",") { best, next in
      let count = counts[next, default: 0]
      return count > 0 && count >= counts[best, default: 0] ? next : best
    }
  }
}
