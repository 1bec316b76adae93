import Cells
import Spreadsheet
import Testing

/// What a workbook holds beside its cells, each in a part of its own.
struct WorkbookPartsTests {
  private let main = WorkbookBuilder.main
  private let cell = "<row><c><v>1</v></c></row>"

  private func sheet(withParts parts: [(kind: String, text: String)]) throws -> SheetCells {
    var all: [String: String] = [:]
    var links: [(id: String, kind: String, target: String)] = []
    for (place, part) in parts.enumerated() {
      all["xl/parts/part\(place).xml"] = part.text
      links.append(("rId\(place)", part.kind, "../parts/part\(place).xml"))
    }
    all["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookBuilder.relationships(links)
    let bytes = WorkbookBuilder.bytes(rows: cell, parts: all)
    return try #require(try readWorkbook(bytes).sheets.first)
  }

  private let notes =
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>"
    + "<author>Zoë</author><author>Sam</author></authors><commentList>"
    + "<comment ref=\"A1\" authorId=\"1\"><text><r><t>was </t></r><r><t>away</t></r></text></comment>"
    + "<comment ref=\"B2\" authorId=\"0\"><text><t>[Threaded comment] old form</t></text></comment>"
    + "</commentList></comments>"

  @Test func readsCommentsWithTheirAuthors() throws {
    let sheet = try sheet(withParts: [("comments", notes)])
    #expect(sheet.comments.map(\.reference.description) == ["A1", "B2"])
    #expect(sheet.comments.map(\.author) == ["Sam", "Zoë"])
    #expect(sheet.comments.first?.text == "was away")
  }

  @Test func readsAThreadInPlaceOfItsOldForm() throws {
    let threads =
      "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/"
      + "threadedcomments\"><threadedComment ref=\"B2\" personId=\"{1}\" id=\"{2}\"><text>Which "
      + "test?</text></threadedComment><threadedComment ref=\"B2\" parentId=\"{2}\"><text>Form B"
      + "</text></threadedComment></ThreadedComments>"
    let sheet = try sheet(withParts: [("comments", notes), ("threadedComment", threads)])
    #expect(sheet.comments.map(\.text) == ["was away", "Which test?", "Form B"])
  }

  @Test func readsTables() throws {
    let table =
      "<table xmlns=\"\(main)\" id=\"1\" displayName=\"Pupils\" ref=\"A1:B9\"><tableColumns>"
      + "<tableColumn name=\"Name_x000a_of pupil\"/><tableColumn name=\"Score\"/></tableColumns>"
      + "</table>"
    let read = try #require(try sheet(withParts: [("table", table)]).tables.first)
    #expect(read.name == "Pupils")
    #expect(read.range.description == "A1:B9")
    #expect(read.columns == ["Name\nof pupil", "Score"])
  }

  private func workbook(_ inside: String, kinds: [String]) throws -> WorkbookCells {
    let sheet = "<worksheet xmlns=\"\(main)\"><sheetData>\(cell)</sheetData></worksheet>"
    var parts = [
      "xl/workbook.xml":
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(WorkbookBuilder.office)\">\(inside)</workbook>"
    ]
    for place in kinds.indices { parts["xl/sheets/\(place).xml"] = sheet }
    parts["xl/_rels/workbook.xml.rels"] = WorkbookBuilder.relationships(
      kinds.enumerated().map { ("rId\($0)", $1, "sheets/\($0).xml") })
    return try readWorkbook(WorkbookBuilder.bytes(parts: parts))
  }

  @Test func readsHiddenSheetsAndListsChartsBesideThem() throws {
    let workbook = try workbook(
      "<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"rId0\"/>"
        + "<sheet name=\"b\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"chart\" r:id=\"rId2\"/>"
        + "<sheet name=\"c\" state=\"veryHidden\" r:id=\"rId3\"/></sheets>",
      kinds: ["worksheet", "worksheet", "chartsheet", "worksheet"])
    #expect(workbook.sheets.map(\.name) == ["a", "b", "c"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(workbook.otherSheets == ["chart"])
    #expect(workbook.countsDatesFrom1904)
  }

  @Test func readsDefinedNamesAndWhichSheetKnowsThem() throws {
    let workbook = try workbook(
      "<sheets><sheet name=\"a\" r:id=\"rId0\"/><sheet name=\"b\" r:id=\"rId1\"/></sheets>"
        + "<definedNames><definedName name=\"lst\">a!$A$1:$A$3</definedName>"
        + "<definedName name=\"own\" localSheetId=\"1\">b!$C$1</definedName></definedNames>",
      kinds: ["worksheet", "worksheet"])
    #expect(
      workbook.definedNames == [
        DefinedName("lst", "a!$A$1:$A$3"), DefinedName(name: "own", formula: "b!$C$1", sheet: "b"),
      ])
  }

  /// A part that no cell needs stops nothing, however it is broken.
  @Test(arguments: ["", "<comments", "<!DOCTYPE a []><comments/>"])
  func readsTheCellsBesideABrokenPart(text: String) throws {
    let read = try readWorkbook(
      WorkbookBuilder.bytes(
        rows: cell,
        parts: [
          "xl/worksheets/_rels/sheet1.xml.rels":
            WorkbookBuilder.relationships([("rId1", "comments", "../comments1.xml")]),
          "xl/comments1.xml": text,
        ]))
    #expect(read.sheets[0].value(row: 1, column: 1) == .number(1))
    #expect(read.notes.map(\.code) == ["W197"])
  }

  @Test func readsTheCellsBesideBrokenRelationships() throws {
    let read = try readWorkbook(
      WorkbookBuilder.bytes(rows: cell, parts: ["xl/worksheets/_rels/sheet1.xml.rels": "<a>"]))
    #expect(read.sheets[0].value(row: 1, column: 1) == .number(1))
    #expect(read.notes.map(\.code) == ["W197"])
  }

  /// Only the cells that need a list miss it.
  @Test(arguments: ["xl/sharedStrings.xml", "xl/styles.xml"])
  func readsTheCellsWithoutAListThatIsNotThere(part: String) throws {
    let text = "<row><c><v>1</v></c><c t=\"s\" s=\"1\"><v>0</v></c></row>"
    let read = try readWorkbook(WorkbookBuilder.bytes(rows: text, without: [part]))
    #expect(read.sheets[0].value(row: 1, column: 1) == .number(1))
    #expect(read.notes.map(\.code).contains("W198"))
    #expect(read.notes.map(\.code).contains(part.contains("style") ? "W188" : "W182"))
  }

  /// Programs that indent what they write leave blanks around a value.
  @Test func readsValuesWithBlanksAroundThem() throws {
    let rows =
      "<row><c t=\"s\"><v>\n 0\n</v></c><c t=\"b\"><v> 1\n</v></c><c t=\"s\"><v> \n</v></c></row>"
    let read = try readWorkbook(WorkbookBuilder.bytes(rows: rows))
    #expect(read.sheets[0].value(row: 1, column: 2) == .boolean(true))
    if case .text = read.sheets[0].value(row: 1, column: 1) {} else { Issue.record("no text") }
    #expect(read.notes.map(\.code) == ["W182"])
  }

  @Test func aSheetMayNotBeListedAMillionTimes() {
    let sheets = String(repeating: "<sheet name=\"a\" r:id=\"rId0\"/>", count: 65_536)
    #expect { try workbook("<sheets>\(sheets)</sheets>", kinds: ["worksheet"]) } throws: {
      ($0 as? SpreadsheetError)?.code == "W159"
    }
  }

  @Test func readsMacroWorkbooksAndSaysThatNothingWasRun() throws {
    let types =
      "<Types xmlns=\"\(WorkbookBuilder.packages)/content-types\"><Default Extension=\"xml\" "
      + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
      + "ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
    let bytes = WorkbookBuilder.bytes(
      rows: cell, parts: ["[Content_Types].xml": types, "xl/vbaProject.bin": "MZ"])
    let workbook = try readWorkbook(bytes)
    #expect(workbook.sheets[0].value(row: 1, column: 1) == .number(1))
    #expect(workbook.notes.map(\.code) == ["W130"])
    #expect(fileKind(of: bytes) == .macroWorkbook)
  }
}
