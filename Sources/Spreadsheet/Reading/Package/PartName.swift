/// The name of a part, in the one form in which every program's spelling of it agrees.
package struct PartName: Hashable, Sendable {
  /// `xl/worksheets/sheet1.xml`: slashes, no leading one, as spelt otherwise.
  package let path: String
  /// The same for comparing: names of parts differ by more than capitals.
  package let key: String

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// A name as an entry of an archive spells it; nil for a name that could leave the package.
  init?(entryName bytes: [UInt8]) {
    let slashed = Self.slashed(bytes[...])
    guard let first = slashed.first, first != Self.slash,
      !slashed.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      slashed.count < 2 || slashed[1] != UInt8(ascii: ":")
    else { return nil }
    let decoded = Self.percentDecoded(slashed)
    guard !decoded.contains(0), !Self.hasDots(decoded) else { return nil }
    self.init(decoded)
  }

  /// The part that a relationship of `source` points to; nil when it leads out of the package.
  ///
  /// Source: ECMA-376 Part 2 §9.3; backslashes are what some producers write.
  init?(target: String, from source: PartName?) {
    if let plain = Self.plain(target, from: source) {
      self = plain
      return
    }
    let written = Array(target.utf8)
    let end = written.firstIndex(of: UInt8(ascii: "#")) ?? written.count
    let slashed = Self.slashed(written[..<end])
    var path: [UInt8] = []
    if slashed.first != Self.slash, let source {
      let folder = Array(source.path.utf8)
      path = Array(folder[...(folder.lastIndex(of: Self.slash) ?? -1)])
    }
    for segment in slashed.split(separator: Self.slash) where !segment.elementsEqual([Self.dot]) {
      if segment.elementsEqual([Self.dot, Self.dot]) {
        guard !path.isEmpty else { return nil }
        path.removeLast()
        path.removeSubrange((path.lastIndex(of: Self.slash) ?? -1) + 1..<path.count)
      } else {
        path += segment
        path.append(Self.slash)
      }
    }
    guard path.popLast() != nil else { return nil }
    self.init(Self.percentDecoded(path))
  }

  /// The same where every segment is a plain word, as in nearly every file; nil for all else.
  private static func plain(_ target: String, from source: PartName?) -> PartName? {
    var isWordStart = true
    var isSmall = true
    var place = 0
    for byte in target.utf8 {
      switch byte {
      case slash:
        guard !isWordStart || place == 0 else { return nil }
        isWordStart = true
      case dot where isWordStart: return nil
      case UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "%"), 0x80...: return nil
      default:
        isWordStart = false
        isSmall = isSmall && !(65...90).contains(byte)
      }
      place += 1
    }
    guard !isWordStart else { return nil }
    if target.utf8.first == slash {
      return PartName(path: String(target.dropFirst()), isSmall: isSmall)
    }
    guard let source, let folderEnd = source.path.utf8.lastIndex(of: slash) else {
      return PartName(path: target, isSmall: isSmall)
    }
    return PartName(path: source.path[...folderEnd] + target, isSmall: false)
  }

  private init(path: String, isSmall: Bool) {
    self.path = path
    key = isSmall ? path : path.lowercased()
  }

  private init(_ bytes: [UInt8]) {
    path = String(decoding: bytes, as: UTF8.self)
    let isPlain = bytes.allSatisfy { $0 < 0x80 && !(65...90).contains($0) }
    key = isPlain ? path : path.lowercased()
  }

  /// The part that holds the relationships of this one.
  var relationships: String {
    let folderEnd = path.utf8.lastIndex(of: Self.slash).map { path.utf8.index(after: $0) }
    let cut = folderEnd ?? path.startIndex
    return path[..<cut] + "_rels/" + path[cut...] + ".rels"
  }

  /// The letters after the last dot, small.
  var fileExtension: String {
    key.utf8.lastIndex(of: Self.dot).map { String(key[key.utf8.index(after: $0)...]) } ?? ""
  }

  private static func slashed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { $0 == UInt8(ascii: "\\") ? slash : $0 }
  }

  /// Whether a segment of the path is `.` or `..`.
  private static func hasDots(_ path: [UInt8]) -> Bool {
    var length = 0
    var isDots = true
    for byte in path {
      if byte == slash {
        if isDots, length == 1 || length == 2 { return true }
        length = 0
        isDots = true
      } else {
        length += 1
        isDots = isDots && byte == dot
      }
    }
    return isDots && (length == 1 || length == 2)
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    return EscapedBytes.decoded(bytes, mark: UInt8(ascii: "%"))
  }
}
