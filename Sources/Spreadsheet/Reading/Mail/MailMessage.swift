/// What is attached to a mail message, however deep: forwarded messages are opened too.
package struct MailMessage: Sendable {
  package private(set) var subject: String
  package private(set) var sender: String
  package private(set) var attachments: [Attachment] = []
  private var partCount = 0

  package struct Attachment: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  private static let deepest = 12
  private static let mostParts = 1_000

  /// Reads a message.
  ///
  /// Source: RFC 5322, RFC 2045 to 2049, RFC 2231.
  package init(_ bytes: [UInt8]) {
    let header = MailHeader(bytes[...])
    subject = header.subject
    sender = header["from"].map(MailText.decodedWords) ?? ""
    read(bytes[...], header, depth: 0)
  }

  private mutating func read(_ part: ArraySlice<UInt8>, _ header: MailHeader, depth: Int) {
    partCount += 1
    guard depth <= Self.deepest, partCount <= Self.mostParts else { return }
    let type = MailField(header["content-type"] ?? "text/plain")
    let body = part[header.bodyStart...]
    let encoding = header["content-transfer-encoding"] ?? ""
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"] {
      for inner in Self.parts(of: body, boundary: boundary) {
        read(inner, MailHeader(inner), depth: depth + 1)
      }
    } else if type.value == "message/rfc822" {
      let message = MailBody.decoded(body, encoding: encoding)
      read(message[...], MailHeader(message[...]), depth: depth + 1)
    } else if let name = Self.name(header, type) {
      attachments.append(
        Attachment(name: name, bytes: MailBody.decoded(body, encoding: encoding)))
    }
  }

  /// The name of an attachment; nil for a part that is the text of the message.
  private static func name(_ header: MailHeader, _ type: MailField) -> String? {
    let disposition = MailField(header["content-disposition"] ?? "")
    if let name = disposition["filename"] ?? type["name"] { return name }
    if disposition.value == "attachment" { return "attachment" }
    let isText = type.value.hasPrefix("text/") || type.value.hasPrefix("multipart/")
    return isText ? nil : "attachment"
  }

  /// The parts between lines of `--boundary`.
  private static func parts(
    of body: ArraySlice<UInt8>, boundary: String
  ) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex, parts.count < mostParts {
      let lineEnd = body[place...].firstIndex(of: 10).map { $0 + 1 } ?? body.endIndex
      if body[place..<lineEnd].starts(with: mark) {
        if let start { parts.append(body[start..<withoutLineEnd(place, from: start, body)]) }
        if body[(place + mark.count)..<lineEnd].starts(with: [45, 45]) { return parts }
        start = lineEnd
      }
      place = lineEnd
    }
    // A message that was cut off ends its last part.
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  /// The line end before a boundary belongs to the boundary.
  private static func withoutLineEnd(
    _ end: Int, from start: Int, _ body: ArraySlice<UInt8>
  ) -> Int {
    guard end > start, body[end - 1] == 10 else { return end }
    return end - 1 > start && body[end - 2] == 13 ? end - 2 : end - 1
  }
}
