/// Names of parts, as relationships and content types give them and as ZIP entries spell them.
///
/// - Source: ECMA-376 Part 2 §10.1.1, §10.2; names are alike whatever their capitals.
enum PartPath {
  /// `\XL\Sheet%31.xml` and `/xl/sheet1.xml` are one part: `xl/sheet1.xml`.
  static func normalised(_ name: String) -> String {
    var text = name.replacing("\\", with: "/").lowercased()
    if text.utf8.contains(UInt8(ascii: "%")) { text = percentDecoded(text) }
    return String(text.drop { $0 == "/" })
  }

  /// The part that a relationship of `source` names by `target`.
  static func resolved(_ target: String, from source: String) -> String {
    let target = target.replacing("\\", with: "/")
    var steps: [Substring] =
      target.hasPrefix("/")
      ? [] : folder(of: normalised(source)).split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return normalised(steps.joined(separator: "/"))
  }

  /// `xl/workbook.xml` → `xl/`; a part at the root has none.
  static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// Where the relationships of a part are: `xl/_rels/workbook.xml.rels`.
  static func relationships(of part: String) -> String {
    let folder = folder(of: part)
    return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
  }

  private static func percentDecoded(_ text: String) -> String {
    var decoded: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let digits = String(rest.prefix(2)), digits.utf8.count == 2,
        let value = UInt8(digits, radix: 16)
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
