package import Cells

/// Reads all worksheets of a workbook: Excel's, with or without macros, or OpenDocument's; locked
/// with a password or not.
///
/// Relationships and content types lead from part to part; no name is guessed, nothing outside
/// the package is opened, and what the file says about its own sizes is not believed.
///
/// - Throws: what the file is instead, what in it is broken, or which of the limits it breaks;
///   `passwordNeeded` and `wrongPassword` for a locked one.
/// - Source: ECMA-376 Parts 1 and 2; both the Transitional and the Strict forms.
package func readWorkbook(
  _ bytes: [UInt8], passwords: [String] = [], limits: ReadingLimits = .standard
) throws(SpreadsheetError) -> WorkbookCells {
  guard bytes.count <= limits.fileBytes else {
    throw .overLimit(.fileBytes, part: nil, figure: bytes.count, limit: limits.fileBytes)
  }
  switch FileKind.ofContainer(bytes) {
  case nil: return try readWorkbook(in: Package(bytes, limits: limits))
  case .encryptedWorkbook?:
    let opened = try unlocked(bytes, passwords: passwords, limits: limits)
    return try readWorkbook(in: Package(opened, limits: limits))
  case let kind?: throw .notAWorkbook(kind)
  }
}

/// Reads all worksheets of a workbook whose package is open.
package func readWorkbook(in package: Package) throws(SpreadsheetError) -> WorkbookCells {
  switch FileKind.ofNames(package) {
  case nil: break
  case .openDocumentSpreadsheet?: return try readOpenDocument(in: package)
  case let kind?: throw .notAWorkbook(kind)
  }
  return try package.read { (parts) throws(SpreadsheetError) in
    var reading = WorkbookReading()
    return try reading.read(&parts)
  }
}

/// What a workbook says about itself; a property part that is broken says nothing.
package func fileProperties(
  in package: Package
) throws(SpreadsheetError) -> FileProperties {
  try package.read { (parts) throws(SpreadsheetError) in
    var reader = FilePropertiesReader()
    let kinds = [
      "custom-properties", "customProperties", "core-properties", "coreProperties",
      "extended-properties", "extendedProperties",
    ]
    try parts.readProperties(kinds, parts.relationships(of: nil), &reader)
    return reader.properties
  }
}

/// The steps from a package to its cells.
private struct WorkbookReading {
  private var notes = NoteCollector()
  private var workbook = WorkbookCells()
  private var sheetNotes: [ReadingNote] = []
  private var strings: [String] = []
  private var formats: [NumberFormat] = []
  private var cellCount = 0

  mutating func read(_ parts: inout PartReading) throws(SpreadsheetError) -> WorkbookCells {
    let main = try MainPart(&parts)
    if main.hasMacros { notes.add(.macros) }
    var list = WorkbookPartReader()
    try parts.read(main.name, referredFrom: "the package", with: &list)
    workbook.countsDatesFrom1904 = list.countsDatesFrom1904
    workbook.definedNames = list.definedNames
    let relationships = try parts.relationships(of: main.name)
    if relationships.all.contains(where: { $0.isExternal || $0.kind == "externalLink" }) {
      notes.add(.outsideLink)
    }
    try readTables(&parts, main.name, relationships)
    try readSheets(list.sheets, &parts, main.name, relationships)
    try readProperties(&parts, main.packageRelationships)
    noteContainer(parts)
    workbook.notes = notes.notes() + sheetNotes
    workbook.remarks = workbook.notes.map(\.message)
    return workbook
  }

  /// The shared strings and the styles; a workbook may have neither, and one that is not there is
  /// missed only by the cells that need it, which say so.
  private mutating func readTables(
    _ parts: inout PartReading, _ main: PartName, _ relationships: Relationships
  ) throws(SpreadsheetError) {
    if let name = table("sharedStrings", parts, main, relationships) {
      var reader = SharedStringsReader()
      try parts.read(name, referredFrom: main.path, with: &reader)
      strings = reader.strings
    }
    if let name = table("styles", parts, main, relationships) {
      var reader = StylesReader()
      try parts.read(name, referredFrom: main.path, with: &reader)
      formats = reader.cellFormats
    }
  }

  /// The part of a kind that the workbook names; nil, with a note, where it is not there.
  private mutating func table(
    _ kind: String, _ parts: borrowing PartReading, _ main: PartName,
    _ relationships: Relationships
  ) -> PartName? {
    guard let target = relationships.first(kind)?.target,
      let name = PartName(target: target, from: main)
    else { return nil }
    guard parts.package.place(of: name) == nil else { return name }
    notes.add(.missingTable)
    return nil
  }

  private mutating func readSheets(
    _ sheets: [WorkbookPartReader.ListedSheet], _ parts: inout PartReading, _ main: PartName,
    _ relationships: Relationships
  ) throws(SpreadsheetError) {
    var seen: Set<PartName> = []
    var names: Set<String> = []
    let byID = Dictionary(
      relationships.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for sheet in sheets {
      guard let name = try part(of: sheet, main, byID) else {
        workbook.otherSheets.append(sheet.name)
        continue
      }
      let isNew = names.insert(sheet.name.lowercased()).inserted
      if !isNew || sheet.name.isEmpty || sheet.name.utf16.count > 31 { notes.add(.oddSheetName) }
      guard seen.insert(name).inserted else {
        notes.add(.sharedSheet)
        continue
      }
      guard seen.count <= parts.package.limits.sheets else {
        throw .overLimit(
          .sheets, part: main.path, figure: sheets.count, limit: parts.package.limits.sheets)
      }
      try read(sheet, name, &parts, referredFrom: main.path)
    }
    guard !workbook.sheets.isEmpty || !workbook.otherSheets.isEmpty else { throw .noSheets }
  }

  /// The part of a listed sheet; nil for a sheet without cells.
  private func part(
    of sheet: WorkbookPartReader.ListedSheet, _ main: PartName,
    _ relationships: [String: Relationship]
  ) throws(SpreadsheetError) -> PartName? {
    guard !sheet.relationship.isEmpty else { return nil }
    guard let relationship = relationships[sheet.relationship] else {
      throw .missingPart(name: sheet.relationship, referredFrom: main.path)
    }
    guard !relationship.isExternal else { throw .externalSheet(name: sheet.name) }
    switch relationship.kind {
    case "worksheet": break
    case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet": return nil
    default: throw .wrongPartType(part: relationship.target, expected: "a worksheet")
    }
    guard let name = PartName(target: relationship.target, from: main) else {
      throw .missingPart(name: relationship.target, referredFrom: main.path)
    }
    return name
  }

  private mutating func read(
    _ sheet: WorkbookPartReader.ListedSheet, _ name: PartName, _ parts: inout PartReading,
    referredFrom source: String
  ) throws(SpreadsheetError) {
    var reader = SheetReader(
      strings: strings, formats: formats, countsDatesFrom1904: workbook.countsDatesFrom1904,
      cellLimit: parts.package.limits.cells - cellCount, expected: parts.expectedCells(in: name))
    try parts.read(name, referredFrom: source, with: &reader)
    cellCount += reader.stored.count
    let links = try extraLinks(of: name, &parts)
    if links.all.contains(where: \.isExternal) { notes.add(.outsideLink) }
    var read = SheetCells(
      name: sheet.name, visibility: sheet.visibility, ordered: reader.orderedCells())
    read.hiddenRows = reader.layout.hiddenRows
    read.hiddenColumns = reader.layout.hiddenColumns
    read.mergedRanges = reader.layout.mergedRanges
    read.validations = reader.layout.validations
    try readAnnexes(of: &read, name, links, &parts)
    workbook.sheets.append(read)
    sheetNotes += reader.notes.notes(sheet: sheet.name)
  }

  /// What a sheet refers to; nothing that holds its cells.
  private mutating func extraLinks(
    of sheet: PartName, _ parts: inout PartReading
  ) throws(SpreadsheetError) -> Relationships {
    var reader = RelationshipsReader()
    guard let name = PartName(target: "/" + sheet.relationships, from: nil),
      parts.package.place(of: name) != nil
    else { return reader.relationships }
    if try !parts.readExtra(name, referredFrom: sheet.path, with: &reader) {
      notes.add(.brokenExtra)
    }
    return reader.relationships
  }

  /// The comments and tables of a sheet, which are parts of their own.
  private mutating func readAnnexes(
    of sheet: inout SheetCells, _ name: PartName, _ links: Relationships,
    _ parts: inout PartReading
  ) throws(SpreadsheetError) {
    let kinds = ["comments", "threadedComment", "table"]
    var threads: [CellComment] = []
    for link in links.all where kinds.contains(link.kind) && !link.isExternal {
      guard let target = PartName(target: link.target, from: name),
        parts.package.place(of: target) != nil
      else { continue }
      var reader = SheetAnnexReader()
      if try !parts.readExtra(target, referredFrom: name.path, with: &reader) {
        notes.add(.brokenExtra)
      }
      sheet.tables += reader.tables
      sheet.comments += reader.comments
      threads += reader.threads
    }
    // The text of a thread stands in the old form too, for programs that do not know threads.
    let threaded = Set(threads.map(\.reference))
    sheet.comments = sheet.comments.filter { !threaded.contains($0.reference) } + threads
  }

  private mutating func readProperties(
    _ parts: inout PartReading, _ relationships: Relationships
  ) throws(SpreadsheetError) {
    var reader = FilePropertiesReader()
    let kinds = ["custom-properties", "customProperties"]
    if try !parts.readProperties(kinds, relationships, &reader) { notes.add(.brokenExtra) }
    workbook.customProperties = reader.properties.custom
  }

  private mutating func noteContainer(_ parts: borrowing PartReading) {
    if parts.package.archiveEnd < parts.package.bytes.count { notes.add(.trailingBytes) }
    if !parts.oddEncodings.isEmpty { notes.add(.oddEncoding) }
  }
}
