/// Makes packages of parts that are stored, not packed, so that tests need no file.
struct PackageBuilder {
  private var contents: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// A package of these parts, in this order.
  static func bytes(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var builder = PackageBuilder()
    for part in parts { builder.add(part.name, Array(part.text.utf8)) }
    return builder.bytes
  }

  mutating func add(_ name: String, _ data: [UInt8], flags: Int = 0x800, method: Int = 0) {
    let offset = contents.count
    let shared =
      Self.two(20) + Self.two(flags) + Self.two(method) + Self.four(0x21_0000)
      + Self.four(Int(Self.checksum(data))) + Self.four(data.count) + Self.four(data.count)
      + Self.two(name.utf8.count) + Self.two(0)
    contents += [0x50, 0x4B, 3, 4] + shared + Array(name.utf8) + data
    directory += [0x50, 0x4B, 1, 2] + Self.two(20) + shared
    directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset)
    directory += Array(name.utf8)
    count += 1
  }

  var bytes: [UInt8] {
    contents + directory + [0x50, 0x4B, 5, 6] + Self.four(0) + Self.two(count) + Self.two(count)
      + Self.four(directory.count) + Self.four(contents.count) + Self.two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { bits, _ in
        bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1
      }
    }
  }
}

/// Makes small workbooks out of the XML of their parts.
enum WorkbookBuilder {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packages = "http://schemas.openxmlformats.org/package/2006"

  /// One sheet with these rows; other parts replace or follow the usual ones.
  static func bytes(
    rows: String = "", before: String = "", after: String = "",
    parts: [String: String] = [:], without: Set<String> = []
  ) -> [UInt8] {
    var all = usual
    all.append(
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(before)<sheetData>\(rows)</sheetData>"
          + "\(after)</worksheet>"
      ))
    for place in all.indices { all[place].text = parts[all[place].name] ?? all[place].text }
    let names = Set(all.map(\.name))
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      all.append((name, text))
    }
    return PackageBuilder.bytes(all.filter { !without.contains($0.name) })
  }

  static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(packages)/relationships\">\(items.joined())</Relationships>"
  }

  private static var usual: [(name: String, text: String)] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(packages)/content-types\"><Default Extension=\"xml\" "
          + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
          + "ContentType=\"\(type).sheet.main+xml\"/></Types>"
      ),
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + "<sheet name=\"Pupils\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("rId1", "worksheet", "worksheets/sheet1.xml"),
          ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "styles.xml"),
        ])
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(main)\"><si><t>one</t></si><si/><si><r><t>rich </t></r><r><rPr/><t>text</t>"
          + "</r><rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si>"
          + "</sst>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"164\" "
          + "formatCode=\"0.00&quot; days&quot;\"/><numFmt numFmtId=\"165\" "
          + "formatCode=\"[$-809]d mmm yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
          + "</cellStyleXfs><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/>"
          + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
      ),
    ]
  }
}
