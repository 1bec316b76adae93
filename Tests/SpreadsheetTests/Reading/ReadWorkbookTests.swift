import Cells
import Spreadsheet
import Testing

/// What the cells of a sheet may look like, and what is read of them.
struct ReadWorkbookTests {
  private func sheet(_ rows: String, before: String = "", after: String = "") throws -> SheetCells {
    let bytes = WorkbookBuilder.bytes(rows: rows, before: before, after: after)
    return try #require(try readWorkbook(bytes).sheets.first)
  }

  private func value(_ cell: String) throws -> CellValue {
    try sheet("<row r=\"1\">\(cell)</row>").value(row: 1, column: 1)
  }

  @Test(arguments: [
    ("<c><v>1.5</v></c>", CellValue.number(1.5)), ("<c t=\"n\"><v> 2 </v></c>", .number(2)),
    ("<c t=\"s\"><v>0</v></c>", .text("one")), ("<c t=\"s\"><v>1</v></c>", .text("")),
    ("<c t=\"s\"><v>2</v></c>", .text("rich text")),
    ("<c t=\"s\"><v>3</v></c>", .text("a\rb_x")), ("<c t=\"s\"><v/></c>", .empty),
    ("<c t=\"inlineStr\"><is><t>in</t><r><t>line</t></r></is><v>9</v></c>", .text("inline")),
    ("<c t=\"inlineStr\"><v>9</v><is><t><![CDATA[a<b]]></t></is></c>", .text("a<b")),
    ("<c t=\"str\"><f>A2</f><v>yes</v></c>", .text("yes")),
    ("<c t=\"str\"><f>A2</f><v></v></c>", .text("")), ("<c t=\"b\"><v>1</v></c>", .boolean(true)),
    ("<c t=\"b\"><v>false</v></c>", .boolean(false)),
    ("<c><f>TRUE()</f><v>1</v></c>", .boolean(true)),
    ("<c t=\"e\"><v>#N/A</v></c>", .error(.notAvailable)),
    ("<c t=\"e\"><v>#BUSY!</v></c>", .error(.other("#BUSY!"))),
    ("<c t=\"d\"><v>2020-03-01</v></c>", .number(43_891)),
    ("<c t=\"d\"><v>2020-03-01T12:00:00Z</v></c>", .number(43_891.5)),
    ("<c><v>1,5</v></c>", .error(.other("1,5"))), ("<c><v>1e999</v></c>", .error(.other("1e999"))),
    ("<c t=\"s\"><v>4</v></c>", .error(.other("4"))), ("<c s=\"1\"/>", .empty),
  ])
  func readsEveryWayOfWritingAValue(cell: String, expected: CellValue) throws {
    #expect(try value(cell) == expected)
  }

  @Test func goesOnFromTheLastPlaceWhereNoneIsWritten() throws {
    let sheet = try sheet(
      "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
        + "<row r=\"5\"><c><v>4</v></c></row><row><c r=\"b6\"><v>5</v></c></row>")
    let places = sheet.cells.map { $0.reference.description }
    #expect(places == ["A1", "D1", "E1", "A5", "B6"])
  }

  @Test func seesDatesAndPercentagesByTheirFormats() throws {
    let sheet = try sheet(
      "<row>" + (0...4).map { "<c s=\"\($0)\"><v>1</v></c>" }.joined()
        + "<c s=\"9\"><v>1</v></c></row>")
    #expect(sheet.cells.map(\.cell.showsDate) == [false, true, false, false, true, false])
    #expect(sheet.cells.map(\.cell.showsPercentage) == [false, false, true, false, false, false])
  }

  @Test func keepsTheLastOfTwoCellsInOnePlaceAndSaysSo() throws {
    let rows =
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c>"
      + "<c r=\"A2\"><v>3</v></c></row>"
    let workbook = try readWorkbook(WorkbookBuilder.bytes(rows: rows))
    #expect(workbook.sheets[0].cells.map(\.cell.value) == [.number(2), .number(3)])
    #expect(workbook.notes.map(\.code) == ["W183", "W184"])
    #expect(workbook.notes.allSatisfy { "\($0.address?.description ?? "")" == "Pupils!A2" })
    #expect(workbook.remarks == workbook.notes.map(\.message))
  }

  @Test func keepsFormulasWithoutResultsAndSaysSo() throws {
    let bytes = WorkbookBuilder.bytes(rows: "<row><c><f>1+1</f></c><c><f>2</f><v>2</v></c></row>")
    let workbook = try readWorkbook(bytes)
    #expect(workbook.sheets[0].cells.map(\.cell.isFormula) == [true, true])
    #expect(workbook.sheets[0].value(row: 1, column: 1) == .empty)
    #expect(workbook.notes.map(\.code) == ["W189"])
  }

  @Test func readsWhatASheetHidesMergesAndAllows() throws {
    let sheet = try sheet(
      "<row r=\"2\" hidden=\"1\"/><row r=\"3\" hidden=\"true\"/><row r=\"9\" hidden=\"1\"/>",
      before: "<cols><col min=\"2\" max=\"4\" hidden=\"1\"/><col min=\"6\" max=\"6\"/></cols>",
      after: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells><dataValidations>"
        + "<dataValidation type=\"list\" sqref=\"E5:E9 G1\"><formula1>\"yes,no\"</formula1>"
        + "</dataValidation></dataValidations>")
    #expect(sheet.hiddenRows == [2...3, 9...9])
    #expect(sheet.hiddenColumns == [2...4])
    #expect(sheet.mergedRanges.map(\.description) == ["A1:C2"])
    #expect(sheet.validations.map(\.formula) == ["\"yes,no\""])
    #expect(sheet.validations.first?.ranges.map(\.description) == ["E5:E9", "G1"])
  }

  @Test func readsWorkbooksWithoutStringsOrStyles() throws {
    let bytes = WorkbookBuilder.bytes(
      rows: "<row><c s=\"0\"><v>7</v></c></row>",
      parts: [
        "xl/_rels/workbook.xml.rels": WorkbookBuilder.relationships([
          ("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
        ])
      ], without: ["xl/sharedStrings.xml", "xl/styles.xml"])
    let workbook = try readWorkbook(bytes)
    #expect(workbook.sheets[0].value(row: 1, column: 1) == .number(7))
    #expect(workbook.notes.isEmpty)
  }

  @Test func ignoresWhatIsInAnotherNamespaceOrForOtherPrograms() throws {
    let sheet = try sheet(
      "<row><c><v>1</v></c><e:c xmlns:e=\"urn:e\"><e:v>2</e:v></e:c>"
        + "<mc:AlternateContent "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + "<mc:Choice Requires=\"x\"><c><v>3</v></c></mc:Choice>"
        + "<mc:Fallback><c><v>4</v></c></mc:Fallback></mc:AlternateContent></row>")
    #expect(sheet.cells.map(\.cell.value) == [.number(1), .number(4)])
  }

  @Test func looksAtTheNamespaceOfEveryCellAndValue() throws {
    let sheet = try sheet(
      "<row><c xmlns=\"urn:e\"><v>1</v></c><c r=\"B1\"><v xmlns=\"urn:e\">2</v></c>"
        + "<m:c xmlns:m=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"C1\">"
        + "<m:v>3</m:v></m:c><c r=\"D1\"><v xml:space=\"preserve\">4</v></c></row>")
    #expect(sheet.cells.map(\.cell.value) == [.number(3), .number(4)])
    #expect(sheet.cells.map(\.reference.description) == ["C1", "D1"])
  }
}
