/// Takes a sheet of ours out of a workbook, found by its stamp; without one, nothing changes.
///
/// Places among the tabs that other parts of the workbook count by are counted anew.
///
/// - Throws: why this package must not be edited.
package func takeOutSheet(
  with stamp: GraftStamp, of package: [UInt8]
) throws(GraftError) -> [UInt8] {
  let parts = try WorkbookParts(of: package)
  guard let place = try parts.place(of: stamp, named: stamp.sheetName), parts.sheets.count > 1
  else { return package }
  var removal = SheetRemoval(parts: parts, place: place)
  try removal.write()
  return try removal.changes.package()
}

private struct SheetRemoval {
  let parts: WorkbookParts
  let place: Int
  private(set) var changes: ContainerChanges
  private var contentTypeSplices: [XMLPart.Splice] = []
  private var relationshipSplices: [XMLPart.Splice] = []

  init(parts: WorkbookParts, place: Int) {
    self.parts = parts
    self.place = place
    changes = ContainerChanges(to: parts.container)
  }

  private var sheet: WorkbookParts.Sheet { parts.sheets[place] }

  mutating func write() throws(GraftError) {
    if let name = sheet.partName {
      for part in try parts.partsOnlyUsed(by: name) + [name] { remove(part) }
    }
    for relationship in parts.relationships.all
    where relationship.identifier == sheet.relationshipIdentifier {
      relationshipSplices.append(parts.relationships.part.removing(relationship.element))
    }
    if let chain = try parts.calculationOrder(naming: sheet) {
      remove(parts.relationships.partName(of: chain))
      relationshipSplices.append(parts.relationships.part.removing(chain.element))
    }
    try changes.setSplices(contentTypeSplices, in: parts.contentTypes.part)
    try changes.setSplices(relationshipSplices, in: parts.relationships.part)
    try changes.setSplices(
      [parts.workbook.removing(sheet.element)] + nameSplices + viewSplices, in: parts.workbook)
  }

  private mutating func remove(_ part: String) {
    changes.remove(part)
    if let splice = parts.contentTypes.removing(part) { contentTypeSplices.append(splice) }
  }

  /// The names of the sheet go; those of later sheets count one place less.
  private var nameSplices: [XMLPart.Splice] {
    let book = parts.workbook
    guard let list = book.child("definedNames") else { return [] }
    let names = book.children(of: list)
    let local = names.filter { book.elements[$0]["localSheetId"] == String(place) }
    // A list that would be left empty goes as a whole.
    if local.count == names.count { return [book.removing(list)] }
    return local.map { book.removing($0) }
      + names.compactMap { lowered("localSheetId", of: $0) }
  }

  /// The workbook opens on its first sheet where it opened on this one.
  private var viewSplices: [XMLPart.Splice] {
    let book = parts.workbook
    return book.elements.indices.filter { book.elements[$0].localName == "workbookView" }
      .flatMap { view in
        ["activeTab", "firstSheet"].compactMap { attribute -> XMLPart.Splice? in
          guard book.elements[view][attribute] == String(place) else {
            return lowered(attribute, of: view)
          }
          return book.removing(attribute, of: view)
        }
      }
  }

  /// One less, for a place behind the sheet.
  private func lowered(_ attribute: String, of element: Int) -> XMLPart.Splice? {
    guard let old = parts.workbook.elements[element][attribute].flatMap({ Int($0) }), old > place
    else { return nil }
    return parts.workbook.setting(attribute, to: String(old - 1), of: element)
  }
}
