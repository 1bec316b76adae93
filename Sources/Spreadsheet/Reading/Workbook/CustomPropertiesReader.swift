import CExpat

/// Reads the custom properties of a document: names, and values that are written as text.
struct CustomPropertiesReader: XMLPartReader, ~Copyable {
  private(set) var properties: [String: String] = [:]
  private var name: String?
  private var text = TextBuffer()

  fileprivate mutating func start(_ element: XMLElement) {
    guard element.namespace == .customProperties, element.name == "property" else { return }
    name = element["name"]?.string
    text.clear()
  }

  fileprivate mutating func end(_ elementName: XMLText, _ scope: XMLScope) {
    let (local, namespace) = scope.resolveElement(elementName)
    guard namespace == .customProperties, local == "property", let name else { return }
    properties[name] = text.decodedString
    self.name = nil
  }

  fileprivate mutating func add(_ piece: UnsafePointer<CChar>, _ count: CInt) {
    if name != nil, text.count < 1 << 16 { unsafe text.append(piece, count: Int(count)) }
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: CustomPropertiesReader.self).pointee.start(element)
      },
      end: { context, name in
        guard let name = unsafe name else { return }
        let scope = unsafe XMLScope.at(context)
        unsafe XMLScope.reader(context, as: CustomPropertiesReader.self).pointee.end(
          XMLText(name), scope.pointee)
        _ = unsafe scope.pointee.leave()
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.at(context).pointee.events &+= 1
        unsafe XMLScope.reader(context, as: CustomPropertiesReader.self).pointee.add(piece, count)
      })
  }
}
