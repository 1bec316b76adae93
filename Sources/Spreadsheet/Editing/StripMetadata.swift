/// Something that was taken out of a file because it tells of a person or a computer.
package enum RemovedMetadata: Hashable, Sendable {
  /// A property of the document, by its name: `creator`, `lastModifiedBy`.
  case property(String)
  /// The folder in which the file was last saved.
  case savingFolder
  /// Who reserved the file, kept a view of it, wrote a comment, or refreshed one of its tables.
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

/// Takes out names of people, absolute paths and printer settings.
///
/// Cells, the words of comments and everything that shows stay as they are.
///
/// - Throws: why this package must not be edited.
package func stripMetadata(of package: [UInt8]) throws(GraftError) -> StrippedPackage {
  var stripper = try MetadataStripper(WorkbookParts(of: package))
  try stripper.strip()
  return StrippedPackage(bytes: try stripper.changes.package(), removed: stripper.removed)
}

struct MetadataStripper {
  let parts: WorkbookParts
  var changes: ContainerChanges
  var removed: [RemovedMetadata] = []
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
    for sheet in parts.sheets {
      try stripPrinterSettings(of: sheet)
      guard let name = sheet.partName else { continue }
      try stripFolders(of: name)
      try stripAuthors(ofSheet: name)
    }
    for relationship in parts.relationships.all {
      let name = parts.relationships.partName(of: relationship)
      switch relationship.kind {
      case "externalLink": try stripFolders(of: name)
      case "pivotCacheDefinition": try stripRefresher(of: name)
      case "person": try stripPersons(in: name)
      case "connections": try stripConnections(in: name)
      default: continue
      }
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
    var views = 0
    for (index, element) in part.elements.enumerated() {
      switch element.localName {
      case "customWorkbookView":
        views += 1
        // Excel calls them after the person: ‘Ada Example - Personal View’.
        guard let name = element["name"], name != "View \(views)" else { continue }
        removed.append(.userName(part: part.name))
        splices.append(part.setting("name", to: "View \(views)", of: index))
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
}

extension XMLPart {
  /// Takes out what is inside an element.
  func emptying(_ element: Element) -> Splice {
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
