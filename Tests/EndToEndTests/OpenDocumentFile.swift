import Cells

@testable import Spreadsheet

extension SchoolsFile {
  /// The same cells as an OpenDocument spreadsheet has them.
  func openDocument() throws -> SchoolsFile {
    let tables = try readWorkbook(bytes).sheets.map(Self.table).joined()
    let urn = "urn:oasis:names:tc:opendocument:xmlns"
    let content =
      "<office:document-content xmlns:office=\"\(urn):office:1.0\""
      + " xmlns:table=\"\(urn):table:1.0\" xmlns:text=\"\(urn):text:1.0\"><office:body>"
      + "<office:spreadsheet>\(tables)</office:spreadsheet></office:body>"
      + "</office:document-content>"
    return SchoolsFile(
      try Self.archive([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
      ]))
  }

  private static func table(_ sheet: SheetCells) -> String {
    var rows = ""
    var row = 1
    var column = 1
    for located in sheet.cells {
      while row < located.reference.row {
        rows += "</table:table-row><table:table-row>"
        row += 1
        column = 1
      }
      while column < located.reference.column {
        rows += "<table:table-cell/>"
        column += 1
      }
      rows += cell(located.cell.value)
      column += 1
    }
    let name = SplicedText.escaped(sheet.name)
    return "<table:table table:name=\"\(name)\"><table:table-row>\(rows)</table:table-row>"
      + "</table:table>"
  }

  private static func cell(_ value: CellValue) -> String {
    switch value {
    case .number(let number):
      "<table:table-cell office:value-type=\"float\" office:value=\"\(number)\"/>"
    case .text(let text):
      "<table:table-cell office:value-type=\"string\"><text:p>\(SplicedText.escaped(text))"
        + "</text:p></table:table-cell>"
    case .boolean(let isTrue):
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"\(isTrue)\"/>"
    case .empty, .error: "<table:table-cell/>"
    }
  }

  private static func archive(_ parts: [(name: String, text: String)]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let (data, checksum) = try Deflate.deflated(Array(part.text.utf8))
      let record = EntryRecord(
        name: Array(part.name.utf8), method: 8, checksum: checksum, compressedSize: data.count,
        size: part.text.utf8.count)
      directory += record.directoryRecord(localOffset: bytes.count)
      bytes += record.localHeader + data
    }
    let range = bytes.count..<bytes.count + directory.count
    return bytes + directory + EntryRecord.end(entryCount: parts.count, directory: range)
  }
}
