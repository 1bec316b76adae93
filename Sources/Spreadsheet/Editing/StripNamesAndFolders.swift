extension MetadataStripper {
  /// Leaves of the path of a linked workbook only its last step.
  mutating func stripFolders(of name: String) throws(GraftError) {
    let relationshipsName = PartPath.relationships(of: name)
    guard parts.container.index(of: relationshipsName) != nil else { return }
    // The printers of a sheet may have been taken out of the same part before.
    let current = try changes.contents(of: relationshipsName)
    let relationships = try EditedRelationships(current, of: name)
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

  mutating func stripRefresher(of name: String) throws(GraftError) {
    guard parts.container.index(of: name) != nil else { return }
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    guard let splice = part.removing("refreshedBy", of: 0) else { return }
    removed.append(.userName(part: name))
    try changes.setSplices([splice], in: part)
  }

  /// Leaves comments without the names of those who wrote them.
  ///
  /// Those of threaded comments are no names but lead to the thread.
  mutating func stripAuthors(ofSheet sheet: String) throws(GraftError) {
    for name in try targets(of: sheet, ofKind: "comments") {
      let part = try XMLPart(parts.container.contents(of: name), name: name)
      let named = part.elements.filter {
        $0.localName == "author" && !$0.text.isEmpty && !$0.text.hasPrefix("tc=")
      }
      guard !named.isEmpty else { continue }
      removed.append(.userName(part: name))
      try changes.setSplices(named.map { part.emptying($0) }, in: part)
    }
  }

  /// Numbers those who wrote threaded comments, instead of naming them.
  mutating func stripPersons(in name: String) throws(GraftError) {
    guard parts.container.index(of: name) != nil else { return }
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    var splices: [XMLPart.Splice] = []
    let persons = part.elements.indices.filter { part.elements[$0].localName == "person" }
    for (number, person) in persons.enumerated() {
      for (attribute, value) in [
        ("displayName", "Person \(number + 1)"), ("userId", "Person \(number + 1)"),
        ("providerId", "None"),
      ] {
        let old = part.elements[person][attribute]
        if let old, old != value { splices.append(part.setting(attribute, to: value, of: person)) }
      }
    }
    guard !splices.isEmpty else { return }
    removed.append(.userName(part: name))
    try changes.setSplices(splices, in: part)
  }

  /// Takes the files that data once came from out of the list of connections.
  mutating func stripConnections(in name: String) throws(GraftError) {
    guard parts.container.index(of: name) != nil else { return }
    let part = try XMLPart(parts.container.contents(of: name), name: name)
    let splices = part.elements.indices.flatMap { index in
      ["sourceFile", "odcFile"].compactMap { part.removing($0, of: index) }
    }
    guard !splices.isEmpty else { return }
    removed.append(.linkedFolder(part: name))
    try changes.setSplices(splices, in: part)
  }

  private func targets(of source: String, ofKind kind: String) throws(GraftError) -> [String] {
    let name = PartPath.relationships(of: source)
    guard parts.container.index(of: name) != nil else { return [] }
    let relationships = try EditedRelationships(parts.container.contents(of: name), of: source)
    return relationships.all.filter { $0.kind == kind && !$0.isExternal }
      .map { relationships.partName(of: $0) }
      .filter { parts.container.index(of: $0) != nil }
  }
}
