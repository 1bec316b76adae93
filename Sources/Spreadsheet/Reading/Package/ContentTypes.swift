import CExpat

/// What each part of a package is: by its own name, or by the ending of its name.
package struct ContentTypes: Hashable, Sendable {
  private var byPart: [String: String] = [:]
  private var byExtension: [String: String] = [:]

  /// The content type of a part, in small letters, if any is declared.
  package func type(of part: PartName) -> String? {
    byPart[part.key] ?? byExtension[part.fileExtension]
  }

  fileprivate mutating func add(_ element: XMLElement) {
    guard let type = element["ContentType"]?.string.lowercased() else { return }
    if element.name == "Default", let ending = element["Extension"]?.string {
      byExtension[ending.lowercased()] = type
    } else if element.name == "Override", let name = element["PartName"]?.string,
      let part = PartName(target: name, from: nil)
    {
      byPart[part.key] = type
    }
  }
}

/// Reads `[Content_Types].xml`.
struct ContentTypesReader: XMLPartReader {
  var types = ContentTypes()

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes),
          element.namespace == .contentTypes
        else { return }
        unsafe XMLScope.reader(context, as: ContentTypesReader.self).pointee.types.add(element)
      },
      end: { context, _ in _ = unsafe XMLScope.at(context).pointee.leave() },
      text: nil)
  }
}
