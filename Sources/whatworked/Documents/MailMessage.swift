import Crypto
import Foundation

/// A message with attachments, as a file that mail programs open as a draft.
///
/// - Source: RFC 5322 (the message), RFC 2045 and 2046 (its parts), RFC 2047 (words of the header
///   that are not ASCII), RFC 2231 (names of files that are not ASCII, or long).
struct MailMessage {
  var sender: String?
  var recipients: [String]
  var subject: String
  /// A fixed day, so that the same message gives the same bytes; sending it sets the real one.
  var date: String
  var body: String
  var attachments: [Attachment]

  struct Attachment {
    var name: String
    var mediaType: String
    var bytes: [UInt8]

    /// A workbook.
    init(workbook name: String, _ bytes: [UInt8]) {
      self.name = name
      mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      self.bytes = bytes
    }
  }

  /// The whole message.
  var text: String {
    // A boundary that no part holds: base64 has no underscore.
    let boundary = "part_" + Self.digest(of: subject + body)
    var lines = ["X-Unsent: 1"]
    if let sender { lines.append("From: \(sender)") }
    if !recipients.isEmpty { lines.append("To: " + recipients.joined(separator: ",\r\n ")) }
    lines += [
      "Date: \(date)", "Subject: " + Self.unstructured(subject, after: "Subject: ".count),
      "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "",
      "--\(boundary)", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "", Self.base64(Array(body.utf8)),
    ]
    for attachment in attachments {
      lines += [
        "--\(boundary)", "Content-Type:\r\n \(attachment.mediaType)",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;\r\n " + Self.parameter("filename", attachment.name), "",
        Self.base64(attachment.bytes),
      ]
    }
    return (lines + ["--\(boundary)--", ""]).joined(separator: "\r\n")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString(
      options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
  }

  private static func digest(of text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(12).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Text of a header: as it is where it is plain and short, else in words of 75 characters at
  /// most, each with whole characters, on lines of their own.
  static func unstructured(_ text: String, after used: Int) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && !$0.isNewline } && !text.contains("=?")
    if isPlain, text.count + used <= 78 { return text }
    // 45 bytes are 60 characters of base64, and `=?utf-8?B??=` are twelve more.
    var words: [[UInt8]] = [[]]
    for character in text {
      let bytes = Array(String(character).utf8)
      if words[words.count - 1].count + bytes.count > 42, !words[words.count - 1].isEmpty {
        words.append([])
      }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }

  /// A parameter of a header, in pieces on lines of their own where it is long or not ASCII.
  static func parameter(_ name: String, _ value: String) -> String {
    let isPlain = value.allSatisfy { $0.isASCII && !$0.isNewline && $0 != "\"" && $0 != "\\" }
    if isPlain, value.count <= 70 { return "\(name)=\"\(value)\"" }
    let unreserved = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._".utf8)
    var pieces = ["utf-8''"]
    for byte in value.utf8 {
      let digits = String(byte, radix: 16, uppercase: true)
      let written =
        unreserved.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
      if pieces[pieces.count - 1].count + written.count > 60 { pieces.append("") }
      pieces[pieces.count - 1] += written
    }
    if pieces.count == 1 { return "\(name)*=\(pieces[0])" }
    return pieces.enumerated().map { "\(name)*\($0)*=\($1)" }.joined(separator: ";\r\n ")
  }
}
