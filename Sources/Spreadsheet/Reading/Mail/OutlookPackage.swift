/// What is attached to a message that Outlook sent in its own form: other programs show it as one
/// file, `winmail.dat`.
///
/// Source: [MS-OXTNEF] §2.1. The checksums are not looked at: what is attached has its own.
struct OutlookPackage {
  private(set) var attachments: [MailMessage.Attachment] = []

  static let signature: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
  private static let deepest = 12
  private static let mostAttachments = 1_000

  init(_ bytes: [UInt8], depth: Int = 0) {
    guard depth <= Self.deepest, bytes.has(Self.signature, at: 0) else { return }
    var current: Part?
    var place = 6
    // One byte says whether this is of the message or of an attachment, four which, four how long.
    while let attribute = bytes.littleEndian32(at: place + 1),
      let length = bytes.littleEndian32(at: place + 5), length <= bytes.count - place - 9,
      attachments.count < Self.mostAttachments
    {
      let contents = bytes[place + 9..<place + 9 + length]
      switch attribute {
      case 0x0006_9002:
        add(current, depth)
        current = Part()
      case 0x0001_8010: current?.title = Self.text(contents)
      case 0x0006_800F: current?.contents = Array(contents)
      case 0x0006_9005: current?.properties = OutlookProperties(Array(contents))
      default: break
      }
      place += 9 + length + 2
    }
    add(current, depth)
  }

  /// What is known of an attachment so far.
  private struct Part {
    var title: String?
    var contents: [UInt8] = []
    var properties = OutlookProperties()
  }

  private mutating func add(_ part: Part?, _ depth: Int) {
    guard let part else { return }
    // An attached message follows the sixteen bytes that name its kind.
    let object = part.properties[0x3701].map { Array($0.dropFirst(16)) } ?? []
    if object.has(Self.signature, at: 0) {
      attachments += OutlookPackage(object, depth: depth + 1).attachments
      return
    }
    let contents = part.contents.isEmpty ? part.properties[0x3701] ?? [] : part.contents
    let name = part.properties.text(0x3707) ?? part.title ?? part.properties.text(0x3001)
    attachments.append(MailMessage.Attachment(name: name ?? "attachment", bytes: contents))
  }

  fileprivate static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = MailText.ofWindows(Array(bytes.prefix { $0 != 0 }))
    return text.isEmpty ? nil : text
  }
}

/// The properties of an attachment that are texts or bytes, by their number.
///
/// Source: [MS-OXTNEF] §2.1.3.4; the lengths of kinds are those of [MS-OXCDATA] §2.11.1.
struct OutlookProperties {
  private var values: [Int: (kind: Int, bytes: [UInt8])] = [:]

  init() {}

  /// Reads as far as the bytes can be understood.
  init(_ bytes: [UInt8]) {
    guard let count = bytes.littleEndian32(at: 0) else { return }
    var place = 4
    for _ in 0..<count {
      guard let kind = bytes.littleEndian16(at: place),
        let number = bytes.littleEndian16(at: place + 2)
      else { return }
      place += 4
      if number >= 0x8000, !Self.skipName(&place, bytes) { return }
      guard let value = Self.value(kind, &place, bytes) else { return }
      values[number] = (kind & 0xFFF, value)
    }
  }

  subscript(number: Int) -> [UInt8]? { values[number]?.bytes }

  func text(_ number: Int) -> String? {
    guard let value = values[number] else { return nil }
    if value.kind == 0x1E { return OutlookPackage.text(value.bytes[...]) }
    guard value.kind == 0x1F else { return nil }
    let text = String(utf16LittleEndian: value.bytes[...]).prefix { $0 != "\0" }
    return text.isEmpty ? nil : String(text)
  }

  /// A property of a program's own has a name before its value: sixteen bytes of whom, then a
  /// number or a text.
  private static func skipName(_ place: inout Int, _ bytes: [UInt8]) -> Bool {
    guard let kind = bytes.littleEndian32(at: place + 16),
      let length = bytes.littleEndian32(at: place + 20)
    else { return false }
    place += 24
    return kind == 0 || skip(length, &place, bytes) != nil
  }

  /// The value, of several the last, and the place after all.
  private static func value(_ kind: Int, _ place: inout Int, _ bytes: [UInt8]) -> [UInt8]? {
    let hasLength = [0x0D, 0x1E, 0x1F, 0x102].contains(kind & 0xFFF)
    var count = 1
    if hasLength || kind & 0x1000 != 0 {
      guard let stated = bytes.littleEndian32(at: place), stated <= bytes.count else { return nil }
      count = stated
      place += 4
    }
    var value: [UInt8]? = []
    for _ in 0..<count {
      var length = Self.length(of: kind & 0xFFF)
      if hasLength {
        length = bytes.littleEndian32(at: place)
        place += 4
      }
      value = length.flatMap { skip($0, &place, bytes) }
      if value == nil { return nil }
    }
    return value
  }

  private static func length(of kind: Int) -> Int? {
    switch kind {
    case 2, 3, 4, 0x0A, 0x0B: 4
    case 5, 6, 7, 0x14, 0x40: 8
    case 0x48: 16
    default: nil
    }
  }

  /// So many bytes, and the place after them and what fills them up to a multiple of four.
  private static func skip(_ length: Int, _ place: inout Int, _ bytes: [UInt8]) -> [UInt8]? {
    guard length <= bytes.count - place else { return nil }
    let value = Array(bytes[place..<place + length])
    place += (length + 3) / 4 * 4
    return value
  }
}
