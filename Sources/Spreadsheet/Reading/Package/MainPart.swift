/// The workbook part of a package, found by the relationship of the package to it.
struct MainPart {
  let name: PartName
  let hasMacros: Bool
  let packageRelationships: Relationships

  init(_ parts: inout PartReading) throws(SpreadsheetError) {
    let types = try parts.contentTypes()
    packageRelationships = try parts.relationships(of: nil)
    guard let target = packageRelationships.first("officeDocument")?.target,
      let name = PartName(target: target, from: nil)
    else { throw .missingPart(name: "workbook", referredFrom: "_rels/.rels") }
    let type = types.type(of: name) ?? ""
    if let kind = FileKind.ofMainPart(contentType: type) { throw .notAWorkbook(kind) }
    self.name = name
    hasMacros = type != Self.usualTypes[0] && type.contains("macroenabled")
  }

  /// What nearly every workbook is: with sheets only, or with macros too.
  static let usualTypes = [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml",
  ]
}

extension FileKind {
  /// What a package is whose main part is not a workbook in XML; nil for one that is.
  static func ofMainPart(contentType type: String) -> FileKind? {
    if MainPart.usualTypes.contains(type) { return nil }
    if type.contains("sheet.binary") { return .binaryWorkbook }
    if type.contains("wordprocessingml") || type.contains("presentationml")
      || type.contains("ms-word") || type.contains("ms-powerpoint") || type.contains("visio")
    {
      return .otherOffice
    }
    return nil
  }

  /// What an archive is that is no package of a workbook, told by the names in it.
  static func ofNames(_ package: Package) -> FileKind? {
    guard !package.holds("[content_types].xml") else {
      let isOther = package.holds("word/document.xml") || package.holds("ppt/presentation.xml")
      return isOther ? .otherOffice : nil
    }
    let names = package.entries.map { $0.name.lowercased() }
    if let kind = ofOpenDocument(package) { return kind }
    if names.contains(where: { $0.hasSuffix(".iwa") || $0.hasSuffix("index.zip") }) {
      return .numbers
    }
    if names.contains(where: { $0.hasSuffix("/[content_types].xml") }) { return .rezippedFolder }
    let endings = [".xlsx", ".xlsm", ".ods", ".xls", ".eml", ".zip"]
    if names.contains(where: { name in endings.contains { name.hasSuffix($0) } }) {
      return .zipOfWorkbooks
    }
    return package.holds("xl/workbook.xml") ? nil : .zipWithoutWorkbook
  }

  /// What an OpenDocument file says that it is, wherever in it that stands; nil for anything else.
  ///
  /// Who unpacks one and packs it again seldom puts its type first.
  private static func ofOpenDocument(_ package: Package) -> FileKind? {
    guard package.holds("content.xml") || package.entries.first?.name == "mimetype",
      let part = ["mimetype", "meta-inf/manifest.xml"].first(where: package.holds),
      let bytes = try? package.bytes(of: part)
    else { return nil }
    let type = String(decoding: bytes, as: UTF8.self)
    if type.contains("opendocument.spreadsheet") { return .openDocumentSpreadsheet }
    return type.contains("opendocument") || part == "mimetype" ? .otherOffice : nil
  }
}
