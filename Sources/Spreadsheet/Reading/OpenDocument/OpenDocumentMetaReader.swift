import CExpat

/// Reads the properties that users gave an OpenDocument file.
struct OpenDocumentMetaReader: XMLPartReader, ~Copyable {
  private(set) var properties: [String: String] = [:]
  private var name: String?
  private var text = TextBuffer()

  fileprivate mutating func start(_ element: XMLElement, _ scope: XMLScope) {
    guard element.namespace == .odfMeta, element.name == "user-defined" else { return }
    name = element.value(of: "name", in: .odfMeta, scope)?.string
    text.clear()
  }

  fileprivate mutating func end(_ scope: inout XMLScope) {
    guard let name else { return }
    properties[name] = text.string
    scope.keepText(of: name.utf8.count + text.count)
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
        unsafe XMLScope.reader(context, as: OpenDocumentMetaReader.self).pointee.start(
          element, XMLScope.at(context).pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: OpenDocumentMetaReader.self).pointee.end(
          &XMLScope.at(context).pointee)
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.at(context).pointee.events &+= 1
        unsafe XMLScope.reader(context, as: OpenDocumentMetaReader.self).pointee.add(piece, count)
      })
  }
}

/// Sees whether the parts of an OpenDocument file are locked.
struct OpenDocumentManifestReader: XMLPartReader {
  fileprivate(set) var isLocked = false

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes),
          element.namespace == .odfManifest, element.name == "encryption-data"
        else { return }
        unsafe XMLScope.reader(context, as: OpenDocumentManifestReader.self).pointee.isLocked =
          true
      },
      end: { context, _ in _ = unsafe XMLScope.at(context).pointee.leave() },
      text: nil)
  }
}
