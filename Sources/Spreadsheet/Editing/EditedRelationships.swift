/// The relationships of a part, or of the package.
struct EditedRelationships {
  struct Relationship {
    let identifier: String
    let type: String
    let target: String
    let isExternal: Bool
    let element: Int

    /// The last step of the type, which both families share: `worksheet`.
    var kind: Substring { type.split(separator: "/").last ?? "" }
  }

  let part: XMLPart
  /// The part whose relationships these are; empty for the package.
  let source: String
  let all: [Relationship]

  /// - Throws: `malformedPart`.
  init(_ bytes: [UInt8], of source: String) throws(GraftError) {
    let part = try XMLPart(bytes, name: PartPath.relationships(of: source))
    self.part = part
    self.source = source
    all = part.elements.indices.compactMap { index in
      let element = part.elements[index]
      guard element.localName == "Relationship", let identifier = element["Id"],
        let type = element["Type"], let target = element["Target"]
      else { return nil }
      return Relationship(
        identifier: identifier, type: type, target: target,
        isExternal: element["TargetMode"] == "External", element: index)
    }
  }

  func partName(of relationship: Relationship) -> String {
    PartPath.resolved(relationship.target, from: source)
  }

  func first(ofKind kind: String) -> Relationship? { all.first { $0.kind == kind } }

  func appending(_ identifier: String, type: String, target: String) -> XMLPart.Splice {
    let markup =
      "<Relationship Id=\"\(identifier)\" Type=\"\(type)\""
      + " Target=\"\(SplicedText.escaped(target))\"/>"
    return part.appending(
      SplicedText.prefixed(markup, with: part.elements[0].prefix), to: 0)
  }

  /// The identifier, or one made from it that nothing uses.
  func unusedIdentifier(_ wished: String) -> String {
    let taken = Set(all.map(\.identifier))
    guard taken.contains(wished) else { return wished }
    return (2...).lazy.map { "\(wished)_\($0)" }.first { !taken.contains($0) } ?? wished
  }
}
