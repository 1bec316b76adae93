@testable import Spreadsheet

/// What fuzzing starts from: small inputs of each reader that together hold everything it knows.
enum FuzzSeeds {
  /// By the name of the reader, then by a name of the seed.
  static let all: [String: [String: [UInt8]]] = [
    "package": packages, "sheet": sheets, "strings": strings, "opendocument": documents,
    "mail": mails, "outlook": messages, "lock": locks,
  ]

  private static let rows =
    "<row r=\"1\" hidden=\"1\" spans=\"1:9\"><c><v>1</v></c><c r=\"B1\" s=\"1\"><v>43891.5</v></c>"
    + "<c r=\"D1\" s=\"2\" t=\"s\"><v>1</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>1x</v></c>"
    + "<c t=\"inlineStr\"><is><t>in</t><r><rPr/><t xml:space=\"preserve\"> line</t></r></is></c>"
    + "<c t=\"b\"><v>1</v></c><c><f>TRUE()</f><v>1</v></c><c t=\"e\" vm=\"1\"><v>#N/A</v></c>"
    + "<c t=\"d\"><v>2020-03-01T12:00:00Z</v></c><c><v>-1.7976931348623157E+308</v></c></row>"
    + "<row><c r=\"XFD2\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">cmd|'/c x'!A0</f></c></row>"
    + "<row r=\"1048576\"><c r=\"a1048576\"><v><![CDATA[ 7 ]]></v></c></row>"

  private static let around = (
    before: "<dimension ref=\"A1:B2\"/><cols><col min=\"2\" max=\"4\" hidden=\"1\"/></cols>",
    after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells><dataValidations>"
      + "<dataValidation type=\"list\" sqref=\"E5:E9 G1\"><formula1>\"yes,no\"</formula1>"
      + "</dataValidation></dataValidations>"
  )

  private static var packages: [String: [UInt8]] {
    var damaged = WorkbookBuilder.bytes(rows: rows)
    damaged.append(contentsOf: [0, 0])
    return [
      "plain": WorkbookBuilder.bytes(rows: rows, before: around.before, after: around.after),
      "bare": WorkbookBuilder.bytes(
        rows: rows,
        parts: [
          "xl/_rels/workbook.xml.rels": WorkbookBuilder.relationships([
            ("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
          ])
        ], without: ["xl/sharedStrings.xml", "xl/styles.xml"]),
      "trailing": damaged, "opendocument": OpenDocumentBuilder.bytes(table),
      "zip": PackageBuilder.bytes([("form/[Content_Types].xml", ""), ("a.xlsx", "PK")]),
    ]
  }

  private static var sheets: [String: [UInt8]] {
    let inside = "\(around.before)<sheetData>\(rows)</sheetData>\(around.after)"
    let prefixed = "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>"
    let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    let choice =
      "<sheetData xmlns:mc=\"\(compatibility)\"><mc:AlternateContent><mc:Choice><row/></mc:Choice>"
      + "<mc:Fallback><row><c><v>4</v></c></row></mc:Fallback></mc:AlternateContent></sheetData>"
    return [
      "full": bytes("<worksheet xmlns=\"\(WorkbookBuilder.main)\">\(inside)</worksheet>"),
      "prefixed": bytes(
        "<x:worksheet xmlns:x=\"\(WorkbookBuilder.main)\">\(prefixed)</x:worksheet>"),
      "choice": bytes("<worksheet xmlns=\"\(WorkbookBuilder.main)\">\(choice)</worksheet>"),
      "encoded": bytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet/>"),
    ]
  }

  private static var strings: [String: [UInt8]] {
    let names = ["xl/sharedStrings.xml", "xl/styles.xml"]
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0.replacing("/", with: "-"), part($0)) })
  }

  private static func part(_ name: String) -> [UInt8] {
    (try? Package(WorkbookBuilder.bytes()).bytes(of: name)) ?? []
  }

  private static let table =
    "<table:table table:name=\"S\" table:style-name=\"h\"><table:table-column "
    + "table:number-columns-repeated=\"3\" table:visibility=\"collapse\"/><table:table-row "
    + "table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" "
    + "office:value=\"1.5\" table:number-columns-repeated=\"2\" table:number-columns-spanned=\"2\"/>"
    + "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b<text:tab/>"
    + "</text:p><office:annotation><text:p>no</text:p></office:annotation></table:table-cell>"
    + "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-07-10\"/>"
    + "<table:table-cell office:value-type=\"time\" office:time-value=\"PT1H2M3.5S\"/>"
    + "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
    + "<table:covered-table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
    + "</table:table>"

  private static var documents: [String: [UInt8]] {
    ["content": bytes(OpenDocumentBuilder.content(table))]
  }

  private static var mails: [String: [UInt8]] {
    let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")
    let names = [
      "plain": "filename=form.xlsx",
      "encoded": "filename*0*=iso-8859-1'fr'%C9co; filename*1=le.xlsx",
      "words": "filename=\"=?UTF-8?Q?=C3=89cole.xlsx?=\"",
    ]
    var seeds = names.mapValues { bytes(MailBuilder.mail(workbook, $0)) }
    let box = "From a@example.org Fri Jul 10 09:30:00 2026\n"
    let forwarded = "From: a@example.org\nTo: b@example.org\nContent-Type: message/rfc822\n\n"
    let mail = forwarded + MailBuilder.mail(workbook, "filename=form.xlsx")
    seeds["mailbox"] = bytes(box + mail + "\n" + box + "Subject: x\nTo: b@example.org\n\n>From\n")
    seeds["zip"] = PackageBuilder.bytes([("a/b.eml", mail), ("__MACOSX/._b", "")])
    return seeds
  }

  private static var messages: [String: [UInt8]] {
    let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")
    let name = OutlookBuilder.utf16("form.xlsx")
    let file = OutlookBuilder.file(workbook, ["3707001F": name, "3704001E": bytes("FORM.XLS")])
    let part = OutlookBuilder.title(bytes("form.xlsx")) + OutlookBuilder.contents(workbook)
    let properties = OutlookBuilder.properties([
      (0x0E20, 3, OutlookBuilder.four(7)), (0x3707, 0x1F, OutlookBuilder.varying(name)),
      (0x3701, 0x0D, OutlookBuilder.varying(OutlookBuilder.package([part]))),
    ])
    return [
      "message": OutlookBuilder.message([file]),
      "within": OutlookBuilder.message([OutlookBuilder.inner([file])]),
      "packed": OutlookBuilder.package([part, part + properties, properties]),
    ]
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
