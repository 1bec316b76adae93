/// Something that was taken out of a file because it tells of a person or a computer.
package enum RemovedMetadata: Hashable, Sendable {
  /// A property of the document, by its name: `creator`, `lastModifiedBy`.
  case property(String)
  /// The folder in which the file was last saved.
  case savingFolder
  /// Who reserved the file, kept a view of it, or refreshed one of its tables.
  case userName(part: String)
  /// Of one sheet: which printer it was printed on.
  case printerSettings(part: String)
  /// The folder of a workbook that this one refers to; its file name is kept.
  case linkedFolder(part: String)
}

/// A package without metadata, and what was taken out, in the order of its entries.
package struct StrippedPackage: Hashable, Sendable {
  package var bytes: [UInt8]
  package var removed: [RemovedMetadata]
}

/// Takes out names of people in properties, absolute paths and printer settings.
///
/// Cells, comments and everything that shows stay as they are.
///
/// - Throws: why this package must not be edited.
package func stripMetadata(of package: [UInt8]) throws(GraftError) -> StrippedPackage {
  var stripper = try MetadataStripper(WorkbookParts(of: package))
  try stripper.strip()
  return StrippedPackage(bytes: try stripper.changes.package(), removed: stripper.removed)
}

private struct MetadataStripper {
  let parts: WorkbookParts
  private(set) var changes: ContainerChanges
  private(set) var removed: [RemovedMetadata] = []
  private var contentTypeSplices: [XMLPart.Splice] = []

  init(_ parts: WorkbookParts) {
    self.parts = parts
    changes = ContainerChanges(to: parts.container)
  }

  mutating func strip() throws(GraftError) {
    let root = try EditedRelationships(parts.container.contents(of: "_rels/.rels"), of: "")
    for relationship in root.all where !relationship.isExternal {
      let name = root.partName(of: relationship)
      guard parts.container.index(of: name) != nil else { continue }
      switch relationship.kind {
      case "core-properties", "coreProperties":
        try emptyTexts(in: name) { ["creator", "lastModifiedBy"].contains($0.localName) }
      case "extended-properties", "extendedProperties":
        try emptyTexts(in: name) { ["Manager", "HyperlinkBase"].contains($0.localName) }
      case "custom-properties", "customProperties": try emptyCustomProperties(in: name)
      default: continue
      }
    }
    try stripWorkbook()
    for sheet in parts.sheets { try stripPrinterSettings(of: sheet) }
    for relationship in parts.relationships.all {
      let name = parts.relationships.partName(of: relationship)
      if relationship.kind == "externalLink" { try stripFolders(of: name) }
      if relationship.kind == "pivotCacheDefinition" { try stripRefresher(of: name) }
    }
    try changes.setSplices(contentTypeSplices, in: parts.contentTypes.part)
  }

  /// Empties the elements that hold a text to be taken out.
  private mutating func emptyTexts(
    in name: String, where isPrivate: (XMLPart.Element) -> Bool
  ) throws(GraftError) {
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    let found = part.elements.filter { isPrivate($0) && !$0.text.isEmpty }
    removed += found.map { .property(String($0.localName)) }
    try changes.setSplices(found.map { part.emptying($0) }, in: part)
  }

  /// Empties every custom property of text but our own: they may hold anything.
  private mutating func emptyCustomProperties(in name: String) throws(GraftError) {
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    var splices: [XMLPart.Splice] = []
    for element in part.elements where !element.text.isEmpty {
      guard let parent = element.parent, let property = part.elements[parent]["name"],
        ["lpwstr", "lpstr", "bstr"].contains(element.localName),
        !property.lowercased().hasPrefix("whatworked")
      else { continue }
      removed.append(.property(property))
      splices.append(part.emptying(element))
    }
    try changes.setSplices(splices, in: part)
  }

  private mutating func stripWorkbook() throws(GraftError) {
    let part = parts.workbook
    var splices: [XMLPart.Splice] = []
    for (index, element) in part.elements.enumerated() {
      switch element.localName {
      case "absPath":
        removed.append(.savingFolder)
        splices.append(part.removing(part.wrapper(of: index)))
      case "fileSharing":
        guard let splice = part.removing("userName", of: index) else { continue }
        removed.append(.userName(part: part.name))
        splices.append(splice)
      default: continue
      }
    }
    try changes.setSplices(splices, in: part)
  }

  private mutating func stripPrinterSettings(
    of sheet: WorkbookParts.Sheet
  ) throws(GraftError) {
    guard let name = sheet.partName, parts.container.index(of: name) != nil else { return }
    let relationshipsName = PartPath.relationships(of: name)
    guard parts.container.index(of: relationshipsName) != nil else { return }
    let relationships = try EditedRelationships(
      parts.container.contents(of: relationshipsName), of: name)
    let settings = relationships.all.filter { $0.kind == "printerSettings" }
    guard !settings.isEmpty else { return }
    removed.append(.printerSettings(part: name))
    let part = try XMLPart(
      parts.container.contents(of: name), name: name, skipping: ["sheetData"])
    let identifiers = Set(settings.map(\.identifier))
    var splices: [XMLPart.Splice] = []
    for index in part.elements.indices {
      guard
        let reference = part.attribute("id", inOneOf: OfficeFamily.allRelationships, of: index),
        identifiers.contains(reference.value)
      else { continue }
      if let splice = part.removing(reference.prefix + "id", of: index) { splices.append(splice) }
    }
    try changes.setSplices(splices, in: part)
    try changes.setSplices(
      settings.map { relationships.part.removing($0.element) }, in: relationships.part)
    for setting in settings {
      let settingName = relationships.partName(of: setting)
      changes.remove(settingName)
      if let splice = parts.contentTypes.removing(settingName) {
        contentTypeSplices.append(splice)
      }
    }
  }

  /// Leaves of the path of a linked workbook only its last step.
  private mutating func stripFolders(of name: String) throws(GraftError) {
    let relationshipsName = PartPath.relationships(of: name)
    guard parts.container.index(of: relationshipsName) != nil else { return }
    let relationships = try EditedRelationships(
      parts.container.contents(of: relationshipsName), of: name)
    var splices: [XMLPart.Splice] = []
    for relationship in relationships.all where relationship.isExternal {
      let steps = relationship.target.replacing("\\", with: "/").split(separator: "/")
      let isLocal =
        relationship.target.hasPrefix("file:") || relationship.target.hasPrefix("/")
        || relationship.target.dropFirst().hasPrefix(":")
      guard isLocal, steps.count > 1, let last = steps.last else { continue }
      splices.append(
        relationships.part.setting("Target", to: String(last), of: relationship.element))
    }
    guard !splices.isEmpty else { return }
    removed.append(.linkedFolder(part: name))
    try changes.setSplices(splices, in: relationships.part)
  }

  private mutating func stripRefresher(of name: String) throws(GraftError) {
    guard parts.container.index(of: name) != nil else { return }
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    guard let splice = part.removing("refreshedBy", of: 0) else { return }
    removed.append(.userName(part: name))
    try changes.setSplices([splice], in: part)
  }
}

extension XMLPart {
  /// Takes out what is inside an element.
  fileprivate func emptying(_ element: Element) -> Splice {
    Splice(
      range: element.startTag.upperBound..<element.endTag.lowerBound, replacement: "")
  }

  /// The outermost element that is there only to hold this one: `mc:AlternateContent`.
  fileprivate func wrapper(of element: Int) -> Int {
    guard let parent = elements[element].parent,
      ["Choice", "AlternateContent"].contains(elements[parent].localName),
      children(of: parent).count == 1
    else { return element }
    return wrapper(of: parent)
  }
}
