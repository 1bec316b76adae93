import CExpat

/// One relationship of a part: what it is for, and where it leads.
package struct Relationship: Hashable, Sendable {
  package let id: String
  /// The last word of the type, the same in Strict and Transitional files: `worksheet`.
  package let kind: String
  /// As written.
  package let target: String
  /// Whether the target lies outside the package.
  package let isExternal: Bool
}

/// The relationships of one part, in the order of the file.
package struct Relationships: Hashable, Sendable {
  package fileprivate(set) var all: [Relationship] = []

  package subscript(id: String) -> Relationship? { all.first { $0.id == id } }

  /// The first relationship of a kind within the package.
  package func first(_ kind: String) -> Relationship? {
    all.first { $0.kind == kind && !$0.isExternal }
  }
}

/// Reads a `.rels` part.
struct RelationshipsReader: XMLPartReader {
  var relationships = Relationships()

  fileprivate mutating func add(_ element: XMLElement) {
    guard element.namespace == .packageRelationships, element.name == "Relationship",
      let id = element["Id"], let type = element["Type"], let target = element["Target"]
    else { return }
    let typeText = type.string
    let kind = typeText.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      String(typeText[typeText.utf8.index(after: $0)...])
    }
    let isExternal = element["TargetMode"].map { $0 == "External" } ?? false
    relationships.all.append(
      Relationship(
        id: id.string, kind: kind ?? typeText, target: target.string, isExternal: isExternal))
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: RelationshipsReader.self).pointee.add(element)
      },
      end: { context, _ in _ = unsafe XMLScope.at(context).pointee.leave() },
      text: nil)
  }
}
