extension WorkbookParts {
  /// Where our own sheet is, if this workbook has one: by its relationship, else by its text.
  func place(of stamp: GraftStamp, named name: String) throws(GraftError) -> Int? {
    let byRelationship = sheets.lastIndex {
      $0.relationshipIdentifier == stamp.relationshipIdentifier && hasPart($0)
    }
    if let byRelationship { return byRelationship }
    let strings = try sharedStrings(containing: stamp.text)
    var found: [Int] = []
    for (place, sheet) in sheets.enumerated() {
      // Without shared strings, only a sheet of the right name is worth the reading.
      guard !strings.isEmpty || sheet.name.lowercased() == name.lowercased(),
        let part = sheet.partName, hasPart(sheet),
        try isStamped(part, stamp.text, strings)
      else { continue }
      found.append(place)
    }
    return found.last { sheets[$0].name.lowercased() == name.lowercased() } ?? found.last
  }

  private func hasPart(_ sheet: Sheet) -> Bool {
    guard let part = sheet.partName, container.index(of: part) != nil else { return false }
    return contentTypes.type(of: part) == ContentType.worksheet
  }

  private func isStamped(
    _ part: String, _ text: String, _ strings: Set<Int>
  ) throws(GraftError) -> Bool {
    if try container.contains(text, in: part) { return true }
    guard !strings.isEmpty else { return false }
    let sheet = try XMLPart(container.contents(of: part), name: part)
    return sheet.elements.contains { element in
      guard element.localName == "v", let cell = element.parent,
        sheet.elements[cell]["t"] == "s", let index = Int(element.text)
      else { return false }
      return strings.contains(index)
    }
  }

  /// The places among the shared strings of those that contain a text.
  private func sharedStrings(containing text: String) throws(GraftError) -> Set<Int> {
    guard let relationship = relationships.first(ofKind: "sharedStrings") else { return [] }
    let name = relationships.partName(of: relationship)
    guard container.index(of: name) != nil else { return [] }
    guard try container.contains(text, in: name) else { return [] }
    let part = try XMLPart(container.contents(of: name), name: name)
    var places: Set<Int> = []
    var place = -1
    for element in part.elements {
      if element.localName == "si" { place += 1 }
      if element.localName == "t", element.text.contains(text) { places.insert(place) }
    }
    return places
  }

  /// The list of the order of calculation, where it names cells of a sheet.
  func calculationOrder(
    naming sheet: Sheet
  ) throws(GraftError) -> EditedRelationships.Relationship? {
    guard let chain = relationships.first(ofKind: "calcChain") else { return nil }
    let name = relationships.partName(of: chain)
    guard container.index(of: name) != nil else { return nil }
    let part = try XMLPart(container.contents(of: name), name: name)
    // An entry without a sheet of its own has that of the entry before.
    let identifier = String(sheet.sheetIdentifier)
    return part.elements.contains { $0["i"] == identifier } ? chain : nil
  }

  /// The parts, with their relationships, that would be nobody's without a sheet; not the sheet
  /// itself.
  func partsOnlyUsed(by sheet: String) throws(GraftError) -> [String] {
    let others = try reachable(from: "", without: sheet)
    var parts = try reachable(from: sheet, without: "").subtracting(others)
    parts.remove(sheet)
    var names = Set([PartPath.relationships(of: sheet)])
    for part in parts { names.formUnion([part, PartPath.relationships(of: part)]) }
    return names.filter { container.index(of: $0) != nil }.sorted()
  }

  /// Every part that relationships lead to, not going through one of them.
  private func reachable(from start: String, without barrier: String) throws(GraftError) -> Set<
    String
  > {
    var found: Set<String> = []
    var open = [start]
    while let source = open.popLast() {
      let name = PartPath.relationships(of: source)
      guard container.index(of: name) != nil else { continue }
      let relationships = try EditedRelationships(container.contents(of: name), of: source)
      for relationship in relationships.all where !relationship.isExternal {
        let target = relationships.partName(of: relationship)
        guard target != barrier, found.insert(target).inserted else { continue }
        open.append(target)
      }
    }
    return found
  }
}
