/// A package, and where in it the workbook, its relationships and its sheets are.
struct WorkbookParts {
  struct Sheet {
    /// Among the elements of the workbook part.
    let element: Int
    let name: String
    let sheetIdentifier: Int
    let relationshipIdentifier: String
    /// Nil where the relationship leads nowhere, as for modules of old macros.
    let partName: String?
  }

  let container: Container
  let contentTypes: EditedContentTypes
  let workbook: XMLPart
  let relationships: EditedRelationships
  let family: OfficeFamily
  /// In the order of their tabs, whatever they are.
  let sheets: [Sheet]
  /// The element that holds them.
  let sheetsElement: Int

  /// - Throws: why this package must not be edited.
  init(of bytes: [UInt8]) throws(GraftError) {
    if let kind = FileKind.ofContainer(bytes) { throw .unreadable(.notAWorkbook(kind)) }
    container = try Container(bytes, holding: .usual)
    if container.index(of: EditedContentTypes.partName) == nil,
      let kind = FileKind.ofNames(container.package)
    {
      throw .unreadable(.notAWorkbook(kind))
    }
    contentTypes = try EditedContentTypes(container.contents(of: EditedContentTypes.partName))
    let root = try EditedRelationships(container.contents(of: "_rels/.rels"), of: "")
    guard let main = root.first(ofKind: "officeDocument") else {
      throw .unexpectedContent(part: "_rels/.rels", "no relationship to a workbook")
    }
    let name = root.partName(of: main)
    let type = contentTypes.type(of: name) ?? "none"
    guard ContentType.editableWorkbooks.contains(type.lowercased()) else {
      throw .notAWorkbook(contentType: type)
    }
    let isSigned = root.all.contains { $0.type.contains("/digital-signature/") }
    guard !isSigned,
      !container.package.entries.contains(where: { $0.name.lowercased().hasPrefix("_xmlsign") })
    else { throw .signed }
    workbook = try XMLPart(container.contents(of: name), name: name)
    relationships = try EditedRelationships(
      container.contents(of: PartPath.relationships(of: name)), of: name)
    let isShared = relationships.all.contains {
      $0.kind == "revisionHeaders" || $0.kind == "usernames"
    }
    guard !isShared else { throw .shared }
    guard let rootElement = workbook.elements.first, rootElement.localName == "workbook",
      let family = OfficeFamily.allCases.first(where: { $0.main == rootElement.namespace }),
      let sheetsElement = workbook.child("sheets")
    else { throw .unexpectedContent(part: name, "not a workbook with sheets") }
    self.family = family
    self.sheetsElement = sheetsElement
    sheets = Self.sheets(in: workbook, sheetsElement, relationships)
    guard !sheets.isEmpty else { throw .unexpectedContent(part: name, "no sheets") }
  }

  private static func sheets(
    in workbook: XMLPart, _ parent: Int, _ relationships: EditedRelationships
  ) -> [Sheet] {
    workbook.children(of: parent).filter { workbook.elements[$0].localName == "sheet" }.map {
      let element = workbook.elements[$0]
      let identifier = workbook.attribute("id", inOneOf: OfficeFamily.allRelationships, of: $0)
      let relationship = relationships.all.first { $0.identifier == identifier?.value }
      return Sheet(
        element: $0, name: element["name"] ?? "",
        sheetIdentifier: element["sheetId"].flatMap { Int($0) } ?? 0,
        relationshipIdentifier: identifier?.value ?? "",
        partName: relationship.map { relationships.partName(of: $0) })
    }
  }

  /// Whether the owner asked that no sheets be added, moved or taken out.
  var isStructureLocked: Bool {
    guard let protection = workbook.child("workbookProtection") else { return false }
    return ["1", "true"].contains(workbook.elements[protection]["lockStructure"] ?? "")
  }

  var isMacroEnabled: Bool {
    contentTypes.type(of: workbook.name)?.lowercased().contains("macroenabled") ?? false
  }

  var countsDatesFrom1904: Bool {
    guard let properties = workbook.child("workbookPr") else { return false }
    return ["1", "true"].contains(workbook.elements[properties]["date1904"] ?? "")
  }

  /// The part of the workbook's styles, if it has any.
  var stylesPartName: String? {
    relationships.first(ofKind: "styles").map { relationships.partName(of: $0) }
      .flatMap { container.index(of: $0) == nil ? nil : $0 }
  }
}
