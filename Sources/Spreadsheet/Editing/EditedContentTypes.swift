/// What kind each part of a package is.
struct EditedContentTypes {
  static let partName = "[Content_Types].xml"
  let part: XMLPart
  private var overrides: [String: (type: String, element: Int)] = [:]
  private var defaults: [String: String] = [:]

  init(_ bytes: [UInt8]) throws(GraftError) {
    part = try XMLPart(bytes, name: Self.partName)
    for (index, element) in part.elements.enumerated() {
      guard let type = element["ContentType"] else { continue }
      if element.localName == "Override", let name = element["PartName"] {
        overrides[PartPath.normalised(name)] = (type, index)
      } else if element.localName == "Default", let fileExtension = element["Extension"] {
        defaults[fileExtension.lowercased()] = type
      }
    }
  }

  func type(of name: String) -> String? {
    let name = PartPath.normalised(name)
    return overrides[name]?.type ?? defaultType(of: name)
  }

  /// What a part of this name is unless its own name is listed.
  func defaultType(of name: String) -> String? {
    let fileExtension = name.split(separator: ".").last.map(String.init) ?? ""
    return defaults[fileExtension]
  }

  func appending(_ name: String, type: String) -> XMLPart.Splice {
    let markup = "<Override PartName=\"/\(SplicedText.escaped(name))\" ContentType=\"\(type)\"/>"
    return part.appending(SplicedText.prefixed(markup, with: part.elements[0].prefix), to: 0)
  }

  /// Takes the type of a part that goes out with it.
  func removing(_ name: String) -> XMLPart.Splice? {
    overrides[PartPath.normalised(name)].map { part.removing($0.element) }
  }
}
