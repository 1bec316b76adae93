import Foundation

/// The ways in which mail writes text that is not ASCII.
enum MailText {
  static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Bytes in a named character set; Latin ones are read as Windows does, others as UTF-8.
  static func decoded(_ bytes: [UInt8], charset: String) -> String {
    switch charset.lowercased() {
    case "iso-8859-1", "latin1", "windows-1252", "cp1252":
      String(bytes: bytes, encoding: .windowsCP1252)
        ?? String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    case "utf-8", "us-ascii", "utf8", "": utf8OrLatin(bytes)
    default: named(bytes, charset)
    }
  }

  /// Text of Windows whose character set is not known: UTF-8 where it can be, which other text
  /// hardly ever is by chance, and else that of western Europe.
  static func ofWindows(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? decoded(bytes, charset: "windows-1252")
  }

  private static func utf8OrLatin(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
  }

  private static func named(_ bytes: [UInt8], _ charset: String) -> String {
    let known: [String: String.Encoding] = [
      "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251,
      "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254, "utf-16": .utf16,
      "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
    ]
    return known[charset.lowercased()].flatMap { String(bytes: bytes, encoding: $0) }
      ?? utf8OrLatin(bytes)
  }

  /// Text with the words of RFC 2047 decoded: `=?UTF-8?Q?=C3=89cole?=`.
  ///
  /// Blanks between two such words are not part of the text.
  static func decodedWords(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = Substring(text)
    var endsWithWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let (word, after) = encodedWord(rest[start.lowerBound...]) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        endsWithWord = false
        continue
      }
      if !endsWithWord || !before.allSatisfy(\.isWhitespace) { result += before }
      result += word
      rest = after
      endsWithWord = true
    }
    return result + rest
  }

  private static func encodedWord(_ text: Substring) -> (String, Substring)? {
    let fields = text.dropFirst(2).split(
      separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, fields[3].hasPrefix("=") else { return nil }
    let charset = String(fields[0].prefix { $0 != "*" })
    let bytes: [UInt8]
    switch fields[1].lowercased() {
    case "b": bytes = MailBody.base64(ArraySlice(fields[2].utf8))
    case "q":
      let spaced = fields[2].utf8.map { $0 == UInt8(ascii: "_") ? 32 : $0 }
      bytes = EscapedBytes.decoded(spaced, mark: UInt8(ascii: "="))
    default: return nil
    }
    return (decoded(bytes, charset: charset), fields[3].dropFirst())
  }
}
