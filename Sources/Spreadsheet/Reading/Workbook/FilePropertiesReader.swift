import CExpat
import Cells

/// Reads the core, the extended and the custom properties of a document.
struct FilePropertiesReader: XMLPartReader, ~Copyable {
  private(set) var properties = FileProperties()
  private var name: String?
  private var text = TextBuffer()

  private static let longest = 1 << 16

  fileprivate mutating func start(_ element: XMLElement) {
    if element.namespace == .customProperties, element.name == "property" {
      name = element["name"]?.string
      text.clear()
    } else if name == nil {
      text.clear()
    }
  }

  fileprivate mutating func end(_ elementName: XMLText, _ scope: inout XMLScope) {
    let (local, namespace) = scope.resolveElement(elementName)
    switch (namespace, local) {
    case (.customProperties, "property"):
      guard let name else { return }
      properties.custom[name] = text.decodedString
      scope.keepText(of: name.utf8.count + text.count)
      self.name = nil
    case (.dublinCore, "title"): properties.title = text.string
    case (.dublinCore, "creator"): properties.creator = text.string
    case (.coreProperties, "lastModifiedBy"): properties.lastModifiedBy = text.string
    case (.dublinCoreTerms, "created"): properties.created = text.string
    case (.dublinCoreTerms, "modified"): properties.modified = text.string
    case (.extendedProperties, "Application"): properties.application = text.string
    default: break
    }
  }

  fileprivate mutating func add(_ piece: UnsafePointer<CChar>, _ count: CInt) {
    if text.count < Self.longest { unsafe text.append(piece, count: Int(count)) }
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: FilePropertiesReader.self).pointee.start(element)
      },
      end: { context, name in
        guard let name = unsafe name else { return }
        let scope = unsafe XMLScope.at(context)
        unsafe XMLScope.reader(context, as: FilePropertiesReader.self).pointee.end(
          XMLText(name), &scope.pointee)
        _ = unsafe scope.pointee.leave()
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.at(context).pointee.events &+= 1
        unsafe XMLScope.reader(context, as: FilePropertiesReader.self).pointee.add(
          piece, count)
      })
  }
}
