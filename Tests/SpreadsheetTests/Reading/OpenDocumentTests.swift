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
