import Foundation

/// The encoding that the first line of a part declares.
enum DeclaredEncoding {
  /// How nearly every part begins.
  private static let usual: StaticString = #"<?xml version="1.0" encoding="UTF-8""#

  /// The name of a declared encoding, nil where there is none or it is UTF-8 or UTF-16.
  static func notUnicode(in bytes: UnsafeRawBufferPointer) -> String? {
    if bytes.count >= usual.utf8CodeUnitCount, let first = bytes.baseAddress,
      unsafe memcmp(first, usual.utf8Start, usual.utf8CodeUnitCount) == 0
    {
      return nil
    }
    let start = unsafe [UInt8](bytes.prefix(120))
    guard start.has(Array("<?xml".utf8), at: 0),
      let end = start.firstIndex(of: UInt8(ascii: ">")), let value = value(in: start[..<end]),
      !value.lowercased().hasPrefix("utf-8"), !value.lowercased().hasPrefix("utf-16")
    else { return nil }
    return value
  }

  /// What stands in quotes after `encoding`.
  private static func value(in declaration: ArraySlice<UInt8>) -> String? {
    let word = Array("encoding".utf8)
    let whole = Array(declaration)
    guard let place = whole.indices.first(where: { whole.has(word, at: $0) }) else { return nil }
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let rest = whole[(place + word.count)...]
    guard let open = rest.firstIndex(where: isQuote) else { return nil }
    let value = rest[(open + 1)...].prefix { !isQuote($0) }
    return String(decoding: value, as: UTF8.self)
  }
}
