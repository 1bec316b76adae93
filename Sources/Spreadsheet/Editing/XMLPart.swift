/// A part of a package with the places of its elements, so that bytes can be spliced in and
/// everything else stays as it was written.
struct XMLPart {
  struct Element {
    /// As written, such as `x:sheet`.
    let qualifiedName: String
    let namespace: String
    /// In the order written.
    let attributes: [Attribute]
    /// The tag that opens it; the whole element where it closes itself.
    let startTag: Range<Int>
    /// The tag that closes it; empty where the element closes itself.
    var endTag: Range<Int>
    let parent: Int?
    /// The character data directly in it.
    var text = ""

    var localName: Substring { XMLPart.localPart(of: qualifiedName) }
    /// With its colon: `x:`, or nothing.
    var prefix: Substring { qualifiedName.dropLast(localName.count) }
    var closesItself: Bool { endTag.isEmpty }
    var range: Range<Int> { startTag.lowerBound..<endTag.upperBound }

    /// An attribute without a prefix.
    subscript(name: String) -> String? {
      attributes.first { $0.qualifiedName == name }?.value
    }
  }

  struct Attribute {
    let qualifiedName: String
    let value: String
  }

  /// What to put in the place of a range of bytes; only ASCII, which every encoding can say.
  struct Splice {
    let range: Range<Int>
    let replacement: String
  }

  let name: String
  let bytes: [UInt8]
  let width: CodeUnitWidth
  /// In the order of their opening tags.
  let elements: [Element]

  /// The splices applied, all at once; where several meet, in the order given.
  func applying(_ splices: [Splice]) -> [UInt8] {
    let ordered = splices.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    var place = 0
    for (_, splice) in ordered {
      result += bytes[place..<splice.range.lowerBound]
      result += width.encoded(splice.replacement)
      place = splice.range.upperBound
    }
    return result + bytes[place...]
  }

  /// The text of a range, for markup: anything that is not ASCII shows as a control character.
  func markup(_ range: Range<Int>) -> String {
    String(decoding: width.narrowed(bytes[range]), as: UTF8.self)
  }

  static func localPart(of name: String) -> Substring {
    // By bytes: a colon is one in every text.
    let end = name.utf8.lastIndex(of: UInt8(ascii: ":"))
    return end.map { name[name.utf8.index(after: $0)...] } ?? name[...]
  }
}

/// How wide the characters of a part are.
enum CodeUnitWidth {
  /// UTF-8, or any other encoding that says ASCII in single bytes.
  case one
  case twoLowFirst
  case twoHighFirst

  init(of bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF), (0x00, 0x3C): self = .twoHighFirst
    case (0xFF, 0xFE), (0x3C, 0x00): self = .twoLowFirst
    default: self = .one
    }
  }

  var bytes: Int { self == .one ? 1 : 2 }

  func encoded(_ ascii: String) -> [UInt8] {
    switch self {
    case .one: Array(ascii.utf8)
    case .twoLowFirst: ascii.utf8.flatMap { [$0, 0] }
    case .twoHighFirst: ascii.utf8.flatMap { [0, $0] }
    }
  }

  /// One byte for each unit; what is beyond ASCII becomes U+001A.
  func narrowed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard self != .one else { return bytes.map { $0 < 0x80 ? $0 : 0x1A } }
    let low = self == .twoLowFirst ? 0 : 1
    return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      let isASCII = bytes[$0 + 1 - low] == 0 && bytes[$0 + low] < 0x80
      return isASCII ? bytes[$0 + low] : 0x1A
    }
  }
}
