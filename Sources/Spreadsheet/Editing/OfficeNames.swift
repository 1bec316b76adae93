/// The two families of names that a workbook can be written in.
///
/// - Source: ECMA-376 Part 1 (Strict) and Part 4 (Transitional).
enum OfficeFamily: CaseIterable {
  case transitional
  case strict

  /// Of workbooks, sheets and styles.
  var main: String {
    switch self {
    case .transitional: "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    case .strict: "http://purl.oclc.org/ooxml/spreadsheetml/main"
    }
  }

  /// Of `r:id`, and of the types of relationships.
  var relationships: String {
    switch self {
    case .transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    case .strict: "http://purl.oclc.org/ooxml/officeDocument/relationships"
    }
  }

  func relationshipType(_ kind: String) -> String { "\(relationships)/\(kind)" }

  /// The namespaces of drawings and charts, to translate parts from one family to the other.
  private var others: [String] {
    switch self {
    case .transitional:
      [
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
      ]
    case .strict:
      [
        "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
        "http://purl.oclc.org/ooxml/drawingml/chart",
        "http://purl.oclc.org/ooxml/drawingml/main",
      ]
    }
  }

  /// Markup of the transitional family, with the namespaces of this one.
  func translated(_ markup: String) -> String {
    guard self == .strict else { return markup }
    let from = [Self.transitional.main, Self.transitional.relationships] + Self.transitional.others
    let to = [main, relationships] + others
    return zip(from, to).reduce(markup) { $0.replacing($1.0, with: $1.1) }
  }

  static let allRelationships = Set(allCases.map(\.relationships))
}

/// The content types of the parts that are added or looked for.
enum ContentType {
  static let worksheet =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
  static let relationships = "application/vnd.openxmlformats-package.relationships+xml"
  static let editableWorkbooks: Set = [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml",
  ]
}
