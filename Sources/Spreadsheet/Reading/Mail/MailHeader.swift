/// The head of a mail message, or of one part of it.
struct MailHeader {
  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var bodyStart: Int

  private static let mostFields = 1_000
  /// What is longer is cut: no subject and no name of a file is, and decoding takes its time.
  private static let mostBytes = 16 << 10
  /// A head of a million bytes is none.
  private static let mostHead = 1 << 20

  /// Reads lines up to the first empty one; a line that begins with a blank goes on with the last.
  ///
  /// Source: RFC 5322 §2.2.
  init(_ bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    while place < bytes.endIndex, place < bytes.startIndex + Self.mostHead {
      let lineEnd = bytes[place...].firstIndex(of: 10) ?? bytes.endIndex
      var line = bytes[place..<lineEnd]
      if line.last == 13 { line.removeLast() }
      place = min(lineEnd + 1, bytes.endIndex)
      guard let first = line.first else { break }
      if first == 32 || first == 9 {
        guard let room = fields.last.map({ Self.mostBytes - $0.value.count }) else { continue }
        fields[fields.count - 1].value += line.prefix(room)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), fields.count < Self.mostFields {
        let name = String(decoding: line[..<colon].prefix(Self.mostBytes), as: UTF8.self)
          .lowercased()
        fields.append((name: name, value: Array(line[(colon + 1)...].prefix(Self.mostBytes))))
      }
    }
    bodyStart = place
  }

  /// The value of a field, without blanks around it.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.map { field in
      MailText.trimmed(MailText.decoded(field.value, charset: "utf-8"))
    }
  }

  /// The subject, as its writer typed it.
  var subject: String { self["subject"].map(MailText.decodedWords) ?? "" }
}

/// A field with parameters: `attachment; filename="form.xlsx"`.
struct MailField {
  /// The word before the parameters, in small letters.
  let value: String
  private var parameters: [String: String] = [:]

  /// Source: RFC 2045 §5.1; RFC 2231 for names that are cut into pieces or not in ASCII.
  init(_ text: String) {
    let pieces = Self.split(text)
    value = MailText.trimmed(pieces.first ?? "").lowercased()
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = MailText.trimmed(String(piece[..<equals])).lowercased()
      let written = MailText.trimmed(String(piece[piece.index(after: equals)...]))
      parameters[name] = Self.unquoted(written)
    }
  }

  /// A parameter, in whichever of the ways of writing it.
  subscript(name: String) -> String? {
    if let extended = parameters[name + "*"] { return Self.percentDecoded(extended, first: true) }
    if let plain = parameters[name] { return MailText.decodedWords(plain) }
    var bytes: [UInt8] = []
    var charset = "utf-8"
    var number = 0
    while number < 100 {
      if let encoded = parameters["\(name)*\(number)*"] {
        if number == 0 { charset = Self.charset(of: encoded) }
        bytes += Self.percentBytes(encoded, first: number == 0)
      } else if let plain = parameters["\(name)*\(number)"] {
        bytes += Array(plain.utf8)
      } else {
        break
      }
      number += 1
    }
    return number == 0 ? nil : MailText.decoded(bytes, charset: charset)
  }

  /// Cuts at semicolons that are not within quotes.
  private static func split(_ text: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  private static func percentDecoded(_ text: String, first: Bool) -> String {
    MailText.decoded(percentBytes(text, first: first), charset: charset(of: text))
  }

  /// The charset of `utf-8'en'%C3%89cole.xlsx`.
  private static func charset(of text: String) -> String {
    text.contains("'") ? String(text.prefix { $0 != "'" }) : "utf-8"
  }

  private static func percentBytes(_ text: String, first: Bool) -> [UInt8] {
    let marks = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let value = first && marks.count == 3 ? marks[2] : Substring(text)
    return EscapedBytes.decoded(Array(value.utf8), mark: UInt8(ascii: "%"))
  }
}
