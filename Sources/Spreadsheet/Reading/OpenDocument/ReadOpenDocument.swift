package import Cells

/// Reads all sheets of an OpenDocument spreadsheet (.ods).
///
/// - Throws: `unsupportedEncryption` when it is locked; else as for Excel workbooks.
package func readOpenDocument(in package: Package) throws(SpreadsheetError) -> WorkbookCells {
  try package.read { (parts) throws(SpreadsheetError) in
    if let manifest = PartName(target: "/META-INF/manifest.xml", from: nil),
      parts.package.place(of: manifest) != nil
    {
      var lock = OpenDocumentManifestReader()
      try parts.read(manifest, referredFrom: "the package", with: &lock)
      guard !lock.isLocked else { throw .unsupportedEncryption(scheme: "OpenDocument") }
    }
    var reader = OpenDocumentReader(limits: parts.package.limits)
    guard let name = PartName(target: "/content.xml", from: nil) else { throw .noSheets }
    try parts.read(name, referredFrom: "the package", with: &reader)
    guard !reader.sheets.isEmpty else { throw .noSheets }
    var workbook = WorkbookCells(sheets: reader.sheets)
    workbook.definedNames = reader.definedNames
    workbook.customProperties = try customProperties(&parts)
    workbook.notes = reader.sheetNotes
    workbook.remarks = workbook.notes.map(\.message)
    return workbook
  }
}

private func customProperties(
  _ parts: inout PartReading
) throws(SpreadsheetError) -> [String: String] {
  guard let name = PartName(target: "/meta.xml", from: nil),
    parts.package.place(of: name) != nil
  else { return [:] }
  var reader = OpenDocumentMetaReader()
  try parts.read(name, referredFrom: "the package", with: &reader)
  return reader.properties
}
