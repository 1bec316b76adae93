/// Makes small OpenDocument spreadsheets out of the XML of their tables.
enum OpenDocumentBuilder {
  static func bytes(_ tables: String) -> [UInt8] {
    PackageBuilder.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("content.xml", content(tables)),
    ])
  }

  static func content(_ tables: String) -> String {
    let urn = "urn:oasis:names:tc:opendocument:xmlns"
    return
      "<office:document-content xmlns:office=\"\(urn):office:1.0\" xmlns:table=\"\(urn):table:1.0\" "
      + "xmlns:text=\"\(urn):text:1.0\" xmlns:style=\"\(urn):style:1.0\">"
      + "<office:automatic-styles><style:style style:name=\"h\" style:family=\"table\">"
      + "<style:table-properties table:display=\"false\"/></style:style>"
      + "</office:automatic-styles><office:body><office:spreadsheet>\(tables)"
      + "</office:spreadsheet></office:body></office:document-content>"
  }
}
