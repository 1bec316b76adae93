/// Puts the styles of a sheet, made in a workbook of its own, at the end of another workbook's.
///
/// Nothing is reordered: every old index means what it meant. What stands there already, letter
/// for letter, is used again, so that a second graft adds nothing.
struct StyleGraft {
  /// The new index of each cell format that was asked for.
  private(set) var cellFormats: [Int: Int] = [:]
  /// The new index of each differential format that was asked for.
  private(set) var differentialFormats: [Int: Int] = [:]

  private let donor: XMLPart
  private let target: XMLPart
  private let prefix: Substring
  private var lists: [String: StyleList] = [:]
  private var numberFormats: [String: String] = [:]
  private var highestNumberFormat = 163

  static let sequence = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]

  /// Nil where the target's styles cannot be added to without changing what old cells look like.
  init?(from donor: XMLPart, into target: XMLPart) {
    self.donor = donor
    self.target = target
    guard target.elements.first?.localName == "styleSheet" else { return nil }
    prefix = target.elements[0].prefix
    for name in Self.sequence.dropLast(3) {
      guard let list = StyleList(name, in: target) else { return nil }
      lists[name] = list
    }
    // A first font, fill, border or format of ours would be the one that old cells use.
    for name in ["fonts", "fills", "borders", "cellXfs"] {
      guard let list = lists[name], list.count > 0 else { return nil }
    }
    for place in lists["numFmts"]?.children ?? [] {
      let element = target.elements[place]
      guard let number = element["numFmtId"], let code = element["formatCode"] else { continue }
      if numberFormats[code] == nil { numberFormats[code] = number }
      highestNumberFormat = max(highestNumberFormat, Int(number) ?? 0)
    }
  }

  /// The splices that add everything asked for.
  var splices: [XMLPart.Splice] {
    Self.sequence.flatMap { lists[$0]?.splices(in: target, prefix, Self.sequence) ?? [] }
  }

  /// Brings over one cell format of the donor, with its font, fill, border and number format.
  mutating func add(cellFormat index: Int) throws(GraftError) {
    guard cellFormats[index] == nil else { return }
    guard let list = donor.child("cellXfs"), donor.children(of: list).indices.contains(index)
    else { throw .unexpectedContent(part: donor.name, "no cell format \(index)") }
    let element = donor.children(of: list)[index]
    let format = donor.elements[element]
    let parts: [(String, String)] = try [
      ("numFmtId", numberFormat(format["numFmtId"] ?? "0")),
      ("fontId", String(bringOver("fonts", format["fontId"]))),
      ("fillId", String(bringOver("fills", format["fillId"]))),
      ("borderId", String(bringOver("borders", format["borderId"]))),
    ]
    var attributes = parts.map { "\($0)=\"\($1)\"" }
    if lists["cellStyleXfs"]?.count ?? 0 > 0 { attributes.append("xfId=\"0\"") }
    attributes += format.attributes.filter { $0.qualifiedName.hasPrefix("apply") }
      .map { "\($0.qualifiedName)=\"\($0.value)\"" }
    let inside =
      format.range.count == format.startTag.count
      ? nil : donor.markup(format.startTag.upperBound..<format.endTag.lowerBound)
    let tag = "<xf \(attributes.joined(separator: " "))"
    cellFormats[index] = try append(
      inside.map { "\(tag)>\($0)</xf>" } ?? "\(tag)/>", to: "cellXfs", limit: 65_490)
  }

  /// Brings over one differential format, as conditional formats use it.
  mutating func add(differentialFormat index: Int) throws(GraftError) {
    guard differentialFormats[index] == nil else { return }
    differentialFormats[index] = try bringOver("dxfs", String(index))
  }

  private mutating func numberFormat(_ number: String) throws(GraftError) -> String {
    let definition = donor.child("numFmts").flatMap { list in
      donor.children(of: list).first { donor.elements[$0]["numFmtId"] == number }
    }
    // Without a definition it is one of those that every program has.
    guard let definition, let code = donor.elements[definition]["formatCode"] else { return number }
    if let known = numberFormats[code] { return known }
    highestNumberFormat += 1
    numberFormats[code] = String(highestNumberFormat)
    _ = try append(
      "<numFmt numFmtId=\"\(highestNumberFormat)\" formatCode=\"\(SplicedText.escaped(code))\"/>",
      to: "numFmts", limit: 64_000)
    return String(highestNumberFormat)
  }

  private mutating func bringOver(_ name: String, _ index: String?) throws(GraftError) -> Int {
    guard let list = donor.child(name), let index = index.flatMap({ Int($0) }),
      donor.children(of: list).indices.contains(index)
    else { throw .unexpectedContent(part: donor.name, "no entry of \(name)") }
    // The first two fills are fixed: none, and a pattern of grey.
    if name == "fills", index < 2 { return index }
    if name == "fills" {
      while let fills = lists["fills"], fills.count < 2 {
        _ = try append(
          "<fill><patternFill patternType=\"gray125\"/></fill>", to: "fills", limit: 64_000,
          reusing: false)
      }
    }
    let range = donor.elements[donor.children(of: list)[index]].range
    let markup = String(decoding: donor.bytes[range], as: UTF8.self)
    return try append(SplicedText.ascii(markup), to: name, limit: 64_000)
  }

  private mutating func append(
    _ markup: String, to name: String, limit: Int, reusing: Bool = true
  ) throws(GraftError) -> Int {
    guard var list = lists[name] else {
      throw .unexpectedContent(part: target.name, "no place for \(name)")
    }
    let index = list.index(of: SplicedText.prefixed(markup, with: prefix), reusing: reusing)
    guard list.count <= limit else { throw .full(name) }
    lists[name] = list
    return index
  }
}
