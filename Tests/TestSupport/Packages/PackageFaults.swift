/// What is wrong with a package that would make Excel offer to repair it, in words.
///
/// Nothing of what edits packages is used. Real files have faults of their own, so tests compare
/// what an edited package says with what it said before.
///
/// - Throws: where the container itself cannot be read.
/// - Source: ECMA-376 Part 1 §18, Part 2 §9 and §10.
package func packageFaults(in bytes: [UInt8]) throws -> Set<String> {
  var package = try CheckedPackage(bytes)
  package.checkRelationships()
  package.checkReferences()
  package.checkContentTypes()
  package.checkWorkbook()
  return package.faults
}

extension CheckedPackage {
  mutating func checkRelationships() {
    for name in names where name.hasSuffix(".rels") {
      let source = String(name.dropLast(".rels".count).replacing("_rels/", with: ""))
      let relationships = relationships(of: source)
      let identifiers = relationships.map(\.identifier)
      expect(Set(identifiers).count == identifiers.count, "\(name): an identifier twice")
      expect(!identifiers.contains(""), "\(name): no identifier")
      for target in relationships.compactMap(\.target) {
        expect(parts[target] != nil, "\(name): nothing at \(target)")
      }
      expect(source.isEmpty || parts[source] != nil, "\(name): relationships of nothing")
    }
    expect(workbook != nil, "no workbook")
  }

  /// Every `r:id`, `r:embed` and the like of a part leads to a relationship of that part.
  mutating func checkReferences() {
    for (name, tree) in trees.sorted(by: { $0.key < $1.key }) where !name.hasSuffix(".rels") {
      let known = Set(relationships(of: name).map(\.identifier))
      let prefixes = Set(
        tree.elements.flatMap { element in
          element.attributes.filter {
            $0.key.hasPrefix("xmlns:") && $0.value.hasSuffix("officeDocument/relationships")
              || $0.value.hasSuffix("officeDocument/2006/relationships")
          }.map { $0.key.dropFirst("xmlns:".count) }
        })
      for element in tree.elements {
        for (attribute, value) in element.attributes {
          guard let colon = attribute.firstIndex(of: ":"), prefixes.contains(attribute[..<colon]),
            !value.isEmpty
          else { continue }
          expect(known.contains(value), "\(name): no relationship \(value)")
        }
      }
    }
  }

  mutating func checkContentTypes() {
    guard let types = trees["[content_types].xml"] else {
      expect(false, "no content types")
      return
    }
    var overrides: [String: String] = [:]
    var defaults: [String: String] = [:]
    for element in types.elements {
      let type = element.attributes["ContentType"] ?? ""
      if element.name == "Override" {
        let name = Self.normalised(element.attributes["PartName"] ?? "")
        expect(overrides[name] == nil, "a content type twice: \(name)")
        expect(parts[name] != nil, "a content type for \(name), which is not there")
        overrides[name] = type
      } else if element.name == "Default" {
        let ending = element.attributes["Extension"]?.lowercased() ?? ""
        expect(defaults[ending] == nil, "a default content type twice: \(ending)")
        defaults[ending] = type
      }
    }
    for name in names where name != "[content_types].xml" {
      let ending = name.split(separator: ".").last.map(String.init) ?? ""
      expect(overrides[name] ?? defaults[ending] != nil, "no content type for \(name)")
      for relationship in relationships(of: name) {
        guard let target = relationship.target, let wanted = Self.types[relationship.kind] else {
          continue
        }
        expect(
          overrides[target]?.hasSuffix(wanted) ?? false,
          "\(target) is a \(relationship.kind) with content type \(overrides[target] ?? "none")")
      }
    }
  }

  /// How the content types of parts end that a relationship of a kind must lead to.
  private static let types = [
    "worksheet": "spreadsheetml.worksheet+xml", "styles": "spreadsheetml.styles+xml",
    "sharedStrings": "spreadsheetml.sharedStrings+xml", "drawing": "drawing+xml",
    "chart": "drawingml.chart+xml", "calcChain": "spreadsheetml.calcChain+xml",
    "table": "spreadsheetml.table+xml", "chartsheet": "spreadsheetml.chartsheet+xml",
  ]
}
