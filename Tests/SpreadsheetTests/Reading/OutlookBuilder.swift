import TestSupport

/// Makes messages as Outlook saves and sends them.
///
/// Source: [MS-OXMSG] §2.2 and §2.4; [MS-OXTNEF] §2.1.
enum OutlookBuilder {
  typealias Node = CompoundFileBuilder.Node

  /// A message as a file of its own (.msg), with these in it.
  static func message(_ attachments: [[Node]], subject: String = "Return") -> [UInt8] {
    CompoundFileBuilder.bytes(nodes(attachments, subject: subject, header: 32))
  }

  /// A message as an attachment of another.
  static func inner(_ attachments: [[Node]]) -> [Node] {
    [.folder("__substg1.0_3701000D", nodes(attachments, subject: "Fwd", header: 24))]
  }

  /// A file, with its name in one or several of the properties that hold names.
  static func file(_ contents: [UInt8], _ names: [String: [UInt8]]) -> [Node] {
    names.sorted { $0.key < $1.key }.map { .stream("__substg1.0_\($0.key)", $0.value) }
      + [.stream("__substg1.0_37010102", contents)]
  }

  static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func nodes(_ attachments: [[Node]], subject: String, header: Int) -> [Node] {
    let folders = attachments.enumerated().map { place, nodes -> Node in
      let number = String(place, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: 8 - number.count)
      let properties = Node.stream("__properties_version1.0", [UInt8](repeating: 0, count: 8))
      return .folder("__attach_version1.0_#\(zeros)\(number)", [properties] + nodes)
    }
    return [
      .stream("__properties_version1.0", [UInt8](repeating: 0, count: header)),
      .stream("__substg1.0_0037001F", utf16(subject)),
    ] + folders
  }

  /// Attachments in the form in which Outlook sends them; what is in one may be such a form again.
  static func package(_ attachments: [[UInt8]]) -> [UInt8] {
    [0x78, 0x9F, 0x3E, 0x22, 1, 0] + attribute(1, 0x0008_9006, [0, 0, 1, 0])
      + attachments.flatMap { attribute(2, 0x0006_9002, [UInt8](repeating: 0, count: 14)) + $0 }
  }

  static func title(_ name: [UInt8]) -> [UInt8] { attribute(2, 0x0001_8010, name + [0]) }
  static func contents(_ bytes: [UInt8]) -> [UInt8] { attribute(2, 0x0006_800F, bytes) }

  /// Properties, each with its number, kind and value as it is stored.
  static func properties(_ values: [(number: Int, kind: Int, bytes: [UInt8])]) -> [UInt8] {
    attribute(
      2, 0x0006_9005,
      four(values.count)
        + values.flatMap { two($0.kind) + two($0.number) + $0.bytes })
  }

  /// A value of a length of its own: how many, how long, and zeros up to a multiple of four.
  static func varying(_ bytes: [UInt8]) -> [UInt8] {
    four(1) + four(bytes.count) + bytes
      + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }

  static func attribute(_ level: UInt8, _ name: Int, _ bytes: [UInt8]) -> [UInt8] {
    let sum = bytes.reduce(0) { ($0 + Int($1)) & 0xFFFF }
    return [level] + four(name) + four(bytes.count) + bytes + two(sum)
  }

  static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }
}
