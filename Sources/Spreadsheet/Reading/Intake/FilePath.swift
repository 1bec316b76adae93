/// The path of a file as the bytes that the system knows: not every name is valid text.
package struct FilePath: Hashable, Sendable, Comparable {
  package let bytes: [UInt8]
  /// Whether a link at this path is followed to its file: where somebody named it, and not where it
  /// was found.
  package private(set) var followsLink = false

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The same path, as somebody named it.
  package var followingLink: FilePath {
    var path = self
    path.followsLink = true
    return path
  }

  /// The path of something in this folder.
  package func appending(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [47] + name)
  }

  /// The last name, with what is no text replaced.
  package var lastName: String {
    String(decoding: bytes.split(separator: 47).last ?? bytes[...], as: UTF8.self)
  }

  /// The path as text, with what is no text replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Safe to print: control characters, marks of writing direction and what is no text are escaped.
  package var printable: String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return bytes.map { (32..<127).contains($0) ? String(UnicodeScalar($0)) : Self.escaped($0) }
        .joined()
    }
    return text.unicodeScalars.map { Self.isPlain($0) ? String($0) : Self.escaped($0) }.joined()
  }

  /// One path is one file, however it was come by.
  package static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  package static func < (one: Self, other: Self) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  private static func isPlain(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func escaped(_ scalar: UnicodeScalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
  }
}
