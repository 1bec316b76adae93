import Cells
import Spreadsheet
import Testing

/// What is read of OpenDocument spreadsheets.
struct OpenDocumentTests {
  private func workbook(_ tables: String) throws -> WorkbookCells {
    try readWorkbook(OpenDocumentBuilder.bytes(tables))
  }

  @Test func readsEveryKindOfValue() throws {
    let cells = [
      "<table:table-cell office:value-type=\"float\" office:value=\"1.5\"/>",
      "<table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"/>",
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2020-03-01\"/>",
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT06H30M00S\"/>",
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>",
      "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p>"
        + "<text:p>c</text:p><office:annotation><text:p>no</text:p></office:annotation>"
        + "</table:table-cell>",
    ]
    let sheet = try #require(
      try workbook(
        "<table:table table:name=\"S\"><table:table-row>\(cells.joined())</table:table-row>"
          + "</table:table>"
      ).sheets.first)
    #expect(
      sheet.cells.map(\.cell.value) == [
        .number(1.5), .number(0.25), .number(43_891), .number(0.270_833_333_333_333_3),
        .boolean(true), .text("a  b\nc"),
      ])
    #expect(sheet.cells.map(\.cell.showsDate) == [false, false, true, true, false, false])
    #expect(sheet.cells[1].cell.showsPercentage)
  }

  @Test func repeatsWhatHoldsSomethingAndNothingElse() throws {
    let rows =
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
      + "table:number-columns-repeated=\"3\"/><table:table-cell office:value-type=\"float\" "
      + "office:value=\"1\" table:number-columns-repeated=\"2\"/></table:table-row>"
      + "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell "
      + "table:number-columns-repeated=\"16384\"/></table:table-row>"
    let sheet = try #require(
      try workbook("<table:table table:name=\"S\" table:style-name=\"h\">\(rows)</table:table>")
        .sheets.first)
    #expect(sheet.cells.map(\.reference.description) == ["D1", "E1", "D2", "E2"])
    #expect(sheet.visibility == .hidden)
  }

  /// One cell of a formula, as three programs write one that failed.
  @Test(arguments: [
    // LibreOffice without its extensions.
    "office:value-type=\"string\" office:string-value=\"\"",
    // Gnumeric.
    "office:value-type=\"string\" office:string-value=\"#DIV/0!\"",
    // OpenOffice.
    "office:value-type=\"float\" office:value=\"0\"",
  ])
  func readsAFormulaThatFailed(attributes: String) throws {
    func cell(_ formula: String, shows text: String) throws -> SheetCells.Located? {
      try workbook(
        "<table:table table:name=\"S\"><table:table-row><table:table-cell \(formula)\(attributes)>"
          + "<text:p>\(text)</text:p></table:table-cell></table:table-row></table:table>"
      ).sheets.first?.cells.first
    }
    let formula = "table:formula=\"of:=1/0\" "
    #expect(try cell(formula, shows: "#DIV/0!")?.cell.value == .error(.divisionByZero))
    if !attributes.contains("#") {
      #expect(try cell(formula, shows: "Err:502")?.cell.value == .error(.other("Err:502")))
    }
    // What somebody typed, and what a formula made of words, is no error.
    #expect(try cell("", shows: "#DIV/0!")?.cell.value != .error(.divisionByZero))
    let words = try cell(formula, shows: "#1 of 3")?.cell.value
    #expect(words.map { if case .error = $0 { true } else { false } } == false)
  }

  @Test func readsTruthAsItWasWrittenBeforeItHadAType() throws {
    func cell(_ formula: String, _ number: Int) -> String {
      "<table:table-cell table:formula=\"\(formula)\" office:value-type=\"float\" "
        + "office:value=\"\(number)\"/>"
    }
    let cells = cell("of:=TRUE()", 1) + cell("of:=FALSE()", 0) + cell("of:=A3", 1)
    let sheet = try #require(
      try workbook(
        "<table:table table:name=\"S\"><table:table-row>\(cells)</table:table-row></table:table>"
      ).sheets.first)
    #expect(sheet.cells.map(\.cell.value) == [.boolean(true), .boolean(false), .number(1)])
  }

  @Test(arguments: ["<text:s text:c=\"1000\"/>", "<text:tab/>", "<text:line-break/>"])
  func blanksCountAsText(blank: String) throws {
    var limits = ReadingLimits.standard
    limits.textBytes = 50
    let blanks = String(repeating: blank, count: 60)
    let bytes = OpenDocumentBuilder.bytes(
      "<table:table table:name=\"S\"><table:table-row><table:table-cell "
        + "office:value-type=\"string\"><text:p>\(blanks)</text:p></table:table-cell>"
        + "</table:table-row></table:table>")
    #expect { try readWorkbook(bytes, limits: limits) } throws: {
      ($0 as? SpreadsheetError)?.code == "W161"
    }
  }

  /// Who unpacks a file and packs it again seldom puts its type first, or at all.
  @Test(arguments: [true, false])
  func readsAFileWhoseTypeDoesNotComeFirst(isThere: Bool) throws {
    let row =
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"7\"/>"
      + "</table:table-row>"
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    let urn = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    var parts = [
      ("content.xml", OpenDocumentBuilder.content("<table:table>\(row)</table:table>")),
      (
        "META-INF/manifest.xml",
        "<m:manifest xmlns:m=\"\(urn)\"><m:file-entry m:full-path=\"/\" m:media-type=\"\(type)\"/>"
          + "</m:manifest>"
      ),
    ]
    if isThere { parts.append(("mimetype", type)) }
    let bytes = PackageBuilder.bytes(parts)
    #expect(fileKind(of: bytes) == .openDocumentSpreadsheet)
    #expect(try readWorkbook(bytes).sheets.first?.cells.first?.cell.value == .number(7))
  }

  @Test func stopsRepeatingAtTheLimitOfCells() {
    let row =
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
      + "office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>"
      + "</table:table-row>"
    do throws(SpreadsheetError) {
      _ = try workbookThrowing("<table:table table:name=\"S\">\(row)</table:table>")
      Issue.record("17,000 million cells were made")
    } catch {
      #expect(error.code == "W160")
    }
  }

  private func workbookThrowing(_ tables: String) throws(SpreadsheetError) -> WorkbookCells {
    do {
      return try workbook(tables)
    } catch let error as SpreadsheetError {
      throw error
    } catch {
      return WorkbookCells()
    }
  }
}
