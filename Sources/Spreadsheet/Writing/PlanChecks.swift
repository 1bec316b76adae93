import Cells

// Everything is checked here before the C library sees it: the version that Debian carries
// writes beyond its buffers for some names, ranges and lengths that it should have refused.

extension WorkbookPlan {
  /// - Throws: the first thing that no workbook can hold.
  func check() throws(WritingError) {
    try checkSheetNames()
    try checkDefinedNames()
    try checkProperties()
    for sheet in sheets {
      try sheet.check()
      for (place, target) in sheet.links.sorted(by: { $0.key < $1.key }) {
        try checkLink(from: CellAddress(sheet: sheet.name, reference: place), to: target)
      }
    }
  }

  private func checkSheetNames() throws(WritingError) {
    guard sheets.contains(where: { $0.visibility == .visible }) else { throw .noVisibleSheet }
    guard sheets.count <= 255 else { throw .tooManySheets(sheets.count) }
    var names: Set<String> = []
    for sheet in sheets {
      if let fault = SheetName.fault(in: sheet.name) { throw .sheetName(sheet.name, fault) }
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw .repeatedSheetName(sheet.name)
      }
    }
    if let activeSheet {
      guard sheets.contains(where: { $0.name == activeSheet && $0.visibility == .visible }) else {
        throw .unknownSheet(activeSheet)
      }
    }
  }

  private func checkDefinedNames() throws(WritingError) {
    var names: Set<String> = []
    for definedName in definedNames {
      guard DefinedName.isUsable(definedName.name) else { throw .definedName(definedName.name) }
      guard names.insert(definedName.name.lowercased()).inserted else {
        throw .repeatedDefinedName(definedName.name)
      }
      let length = definedName.formula.utf8.count
      guard definedName.formula.drop(while: { $0 == "=" }).isEmpty == false else {
        throw .formula(definedName.formula, nil)
      }
      guard length <= DefinedName.limit else {
        throw .tooLong(.definedName, nil, units: length, limit: DefinedName.limit)
      }
      try checkPlainText(definedName.formula, .definedName, nil, limit: DefinedName.limit)
    }
  }

  private func checkProperties() throws(WritingError) {
    let texts =
      [
        properties.title, properties.subject, properties.author, properties.company,
        properties.comments, properties.language,
      ] + customProperties.flatMap { [$0.name, $0.value] }
    for text in texts { try checkPlainText(text, .property, nil, limit: 255) }
    // It goes into the file without any escape.
    let isTag = properties.language.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
    }
    guard isTag else { throw .controlCharacter(.property, nil) }
    guard customProperties.allSatisfy({ !$0.name.isEmpty }) else {
      throw .tooLong(.property, nil, units: 0, limit: 255)
    }
    // The library takes the first second of 1970 for "now".
    guard properties.created > ExcelDate(year: 1970, month: 1, day: 1),
      properties.created.year < 9999
    else { throw .dateOutsideTheCalendar(properties.created, nil) }
  }

  private func checkLink(from place: CellAddress, to target: CellAddress) throws(WritingError) {
    guard SheetName.fault(in: target.sheet) == nil else { throw .unknownSheet(target.sheet) }
    guard target.reference.isInSheet else { throw .outsideTheSheet(target) }
    let cell = sheets.first { $0.name == place.sheet }?.cells
      .first { $0.reference == place.reference }
    guard case .text(let text) = cell?.value, !text.isEmpty else { throw .linkWithoutText(place) }
  }
}

extension DefinedName {
  static let limit = 120

  /// Whether every program takes this for a name, and none for a cell.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= limit,
      isLetter(first) || first == UInt8(ascii: "_"),
      name.utf8.allSatisfy({
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    else { return false }
    return CellReference(name) == nil && !looksLikeRowAndColumn(name)
  }

  /// `R`, `C`, `R1C1` and the like, which the other way of writing references takes for cells.
  private static func looksLikeRowAndColumn(_ name: String) -> Bool {
    var rest = Substring(name.uppercased())
    if rest.first == "R" { rest = rest.dropFirst().drop(while: \.isNumber) }
    if rest.first == "C" { rest = rest.dropFirst().drop(while: \.isNumber) }
    return rest.isEmpty
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension CellReference {
  var isInSheet: Bool {
    (1...Self.rowLimit).contains(row) && (1...Self.columnLimit).contains(column)
  }
}

/// Text that goes into a file without any escape of its own: no control characters, not too long.
func checkPlainText(
  _ text: String, _ kind: WritingError.TextKind, _ place: CellAddress?, limit: Int
) throws(WritingError) {
  let units = text.utf16.count
  guard units <= limit else { throw .tooLong(kind, place, units: units, limit: limit) }
  let isPlain = text.unicodeScalars.allSatisfy {
    ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value != 0xFFFE && $0.value != 0xFFFF
  }
  guard isPlain else { throw .controlCharacter(kind, place) }
}

/// A formula begins with `=`, says something, and is at most 8,192 characters long.
func checkFormula(_ formula: String, _ place: CellAddress, limit: Int = 8192) throws(WritingError) {
  guard formula.hasPrefix("="), formula.count > 1 else { throw .formula(formula, place) }
  try checkPlainText(formula, .formula, place, limit: limit)
}
