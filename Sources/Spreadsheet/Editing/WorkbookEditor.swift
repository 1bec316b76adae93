/// What the workbook part must say about a sheet that was added or replaced.
struct WorkbookEditor {
  let parts: WorkbookParts
  /// The place of the sheet among the tabs, from 0.
  let place: Int

  private var workbook: XMLPart { parts.workbook }
  private var prefix: Substring { workbook.elements[0].prefix }

  // What may stand in a workbook after the views, and so on; ECMA-376 Part 1 §18.2.27.
  static let sequence = [
    "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "workbookProtection",
    "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr",
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
    "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
  ]

  /// The sheet, last of all, so that every old place among the tabs means what it meant.
  func sheetSplice(
    name: String, relationshipIdentifier: String
  ) throws(GraftError) -> XMLPart.Splice {
    let taken = Set(parts.sheets.map(\.sheetIdentifier))
    let highest = taken.max() ?? 0
    let identifier =
      highest < 65_535 ? max(highest, 0) + 1 : (1...65_535).first { !taken.contains($0) }
    guard let identifier else { throw .full("sheets") }
    let (reference, declaration) = relationshipPrefix
    return workbook.appending(
      "<\(prefix)sheet name=\"\(SplicedText.escaped(name))\" sheetId=\"\(identifier)\""
        + "\(declaration) \(reference)id=\"\(relationshipIdentifier)\"/>",
      to: parts.sheetsElement)
  }

  /// The prefix of `id`, and what declares it where its siblings each declare their own.
  private var relationshipPrefix: (prefix: String, declaration: String) {
    let sibling = parts.sheets.lazy.compactMap {
      workbook.attribute("id", inOneOf: OfficeFamily.allRelationships, of: $0.element)
    }.first
    let namespace = sibling?.namespace ?? parts.family.relationships
    if let inScope = workbook.prefix(for: namespace, at: parts.sheetsElement) {
      return (inScope, "")
    }
    // Gnumeric loses the sheet when a second prefix for the same namespace turns up.
    let prefix = sibling?.prefix ?? "r:"
    return (prefix, " xmlns:\(prefix.dropLast())=\"\(namespace)\"")
  }

  /// Makes sure that there is a view, since the sheet refers to one, and opens it on the sheet.
  func openingSplices(_ opening: GraftOpening) -> [XMLPart.Splice] {
    let views = workbook.child("bookViews")
    if let view = views.flatMap({ workbook.child("workbookView", of: $0) }) {
      let isThere = workbook.elements[view]["activeTab"] == String(place)
      guard opening == .onGraftedSheet, !isThere else { return [] }
      return [workbook.setting("activeTab", to: String(place), of: view)]
    }
    let tab = opening == .onGraftedSheet ? " activeTab=\"\(place)\"" : ""
    let view = "<\(prefix)workbookView\(tab)/>"
    guard let views else {
      return [
        workbook.inserting(
          "<\(prefix)bookViews>\(view)</\(prefix)bookViews>", named: "bookViews",
          in: Self.sequence)
      ]
    }
    return [workbook.appending(view, to: views)]
  }

  /// The names that belong to the sheet alone; those of an earlier sheet of ours go.
  func definedNameSplices(
    _ names: [(name: String, formula: String, isHidden: Bool)]
  ) -> [XMLPart.Splice] {
    let list = workbook.child("definedNames")
    var splices: [XMLPart.Splice] = []
    var markup = ""
    var kept: Set<String> = []
    for name in names {
      let hidden = name.isHidden ? " hidden=\"1\"" : ""
      let element =
        "<\(prefix)definedName name=\"\(name.name)\" localSheetId=\"\(place)\"\(hidden)>"
        + "\(SplicedText.escaped(name.formula))</\(prefix)definedName>"
      if isThere(element, in: list) { kept.insert(name.name) } else { markup += element }
    }
    for index in list.map({ workbook.children(of: $0) }) ?? [] {
      let element = workbook.elements[index]
      guard element["localSheetId"] == String(place), let name = element["name"],
        name.hasPrefix("_xlnm."), !kept.contains(name)
      else { continue }
      splices.append(workbook.removing(index))
    }
    guard !markup.isEmpty else { return splices }
    guard let list else {
      let whole = "<\(prefix)definedNames>\(markup)</\(prefix)definedNames>"
      return splices + [workbook.inserting(whole, named: "definedNames", in: Self.sequence)]
    }
    return splices + [workbook.appending(markup, to: list)]
  }

  private func isThere(_ element: String, in list: Int?) -> Bool {
    guard let list else { return false }
    return workbook.children(of: list).contains {
      workbook.markup(workbook.elements[$0].range) == element
    }
  }
}
