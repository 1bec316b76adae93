/// The name of a part, in the one form in which every program's spelling of it agrees.
package struct PartName: Hashable, Sendable {
  /// `xl/worksheets/sheet1.xml`: slashes, no leading one, as spelt otherwise.
  package let path: String
  /// The same for comparing: names of parts differ by more than capitals.
  package let key: String

  /// A name as an entry of an archive spells it; nil for a name that could leave the package.
  init?(entryName bytes: [UInt8]) {
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\"),
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      bytes.count < 2 || bytes[1] != UInt8(ascii: ":")
    else { return nil }
    let slashed = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let path = Self.percentDecoded(slashed)
    guard !path.utf8.contains(0) else { return nil }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.contains(".."), !segments.contains(".") else { return nil }
    self.path = path
    key = path.lowercased()
  }

  /// The part that a relationship of `source` points to; nil when it leads out of the package.
  ///
  /// Source: ECMA-376 Part 2 §9.3; backslashes are what some producers write.
  init?(target: String, from source: PartName?) {
    let slashed = target.replacing("\\", with: "/")
    let noFragment = slashed.split(separator: "#", omittingEmptySubsequences: false)[0]
    var segments: [Substring] = []
    if !noFragment.hasPrefix("/"), let source {
      segments = source.path.split(separator: "/").dropLast()
    }
    for segment in noFragment.split(separator: "/") where segment != "." {
      if segment != ".." {
        segments.append(segment)
      } else if segments.popLast() == nil {
        return nil
      }
    }
    guard !segments.isEmpty else { return nil }
    path = Self.percentDecoded(Array(segments.joined(separator: "/").utf8))
    key = path.lowercased()
  }

  /// The part that holds the relationships of this one.
  var relationships: String {
    let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[..<folderEnd] + "_rels/" + path[folderEnd...] + ".rels"
  }

  /// The letters after the last dot, small.
  var fileExtension: String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
