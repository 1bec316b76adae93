import CExpat

extension XMLPart {
  /// Reads a part and notes where its elements are.
  ///
  /// What lies inside elements named in `skipped` is read but not noted: the rows of a sheet.
  ///
  /// - Throws: `malformedPart` where it is not well-formed, or has a document type.
  init(
    _ bytes: [UInt8], name: String, skipping skipped: Set<String> = []
  ) throws(GraftError) {
    let indexer = XMLIndexer(skipping: skipped, endingAt: nil)
    if let line = indexer.index(bytes) { throw .malformedPart(name, line: line) }
    self.init(
      name: name, bytes: bytes, width: CodeUnitWidth(of: bytes), elements: indexer.elements)
  }

  /// Reads a part up to the first element of a name, which is not noted; what comes later may be
  /// cut off.
  ///
  /// Elements that are still open there have no end; their attributes can be edited all the same.
  init(_ bytes: [UInt8], name: String, endingAt last: String) throws(GraftError) {
    let indexer = XMLIndexer(skipping: [], endingAt: last)
    if let line = indexer.index(bytes) { throw .malformedPart(name, line: line) }
    self.init(
      name: name, bytes: bytes, width: CodeUnitWidth(of: bytes), elements: indexer.elements)
  }
}

/// Collects the places of elements while expat reads.
@safe private final class XMLIndexer {
  private(set) var elements: [XMLPart.Element] = []
  private let skipped: Set<String>
  private let last: String?
  private var foundLast = false
  private var parser: XML_Parser?
  /// Places of the open elements that are noted.
  private var open: [Int] = []
  /// How many elements are open inside one that is skipped.
  private var skippedDepth = 0
  private var depth = 0
  /// The namespaces in scope, innermost last.
  private var scopes = [Scope()]

  /// Most elements have no prefix: theirs is at hand.
  private struct Scope {
    var unprefixed = ""
    var prefixed: [Substring: String] = ["xml": "http://www.w3.org/XML/1998/namespace"]

    func namespace(of prefix: Substring) -> String {
      prefix.isEmpty ? unprefixed : prefixed[prefix] ?? ""
    }
  }

  init(skipping skipped: Set<String>, endingAt last: String?) {
    self.skipped = skipped
    self.last = last
  }

  /// The line of the first fault; nil when the part was read to its end.
  func index(_ bytes: [UInt8]) -> Int? {
    guard bytes.count < Int32.max, let parser = unsafe XML_ParserCreate(nil) else { return 0 }
    unsafe self.parser = unsafe parser
    defer { unsafe XML_ParserFree(parser) }
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        unsafe XMLIndexer.from(context)?.start(name, attributes)
      },
      { context, _ in unsafe XMLIndexer.from(context)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { context, characters, count in
      unsafe XMLIndexer.from(context)?.addText(characters, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLIndexer.from(context)?.stop()
    }
    let status = unsafe bytes.withUnsafeBytes {
      unsafe XML_Parse(parser, $0.baseAddress, Int32($0.count), 1)
    }
    guard status == XML_STATUS_OK || foundLast else {
      return Int(unsafe XML_GetCurrentLineNumber(parser))
    }
    return nil
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLIndexer? {
    unsafe context.map { unsafe Unmanaged<XMLIndexer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    guard depth <= 256 else { return stop() }
    guard skippedDepth == 0 else {
      skippedDepth += 1
      return
    }
    guard let name = unsafe name.map({ unsafe String(cString: $0) }) else { return }
    if let last, XMLPart.localPart(of: name) == last {
      foundLast = true
      return stop()
    }
    let attributes = unsafe Self.list(attributes)
    enterScope(of: attributes)
    let local = XMLPart.localPart(of: name)
    let prefix = name.dropLast(local.count).dropLast()
    let place = tagRange
    elements.append(
      XMLPart.Element(
        qualifiedName: name, namespace: scopes.last?.namespace(of: prefix) ?? "",
        attributes: attributes,
        startTag: place, endTag: place.upperBound..<place.upperBound, parent: open.last))
    open.append(elements.count - 1)
    if !skipped.isEmpty, skipped.contains(String(local)) { skippedDepth = 1 }
  }

  private func end() {
    depth -= 1
    if skippedDepth > 1 {
      skippedDepth -= 1
      return
    }
    skippedDepth = 0
    scopes.removeLast()
    guard let element = open.popLast() else { return }
    // An element that closes itself is reported as ending after its tag, with no length.
    elements[element].endTag = tagRange
  }

  private func addText(_ characters: UnsafePointer<XML_Char>?, _ count: Int) {
    guard skippedDepth == 0, let element = open.last, let characters = unsafe characters else {
      return
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: count)
    elements[element].text += unsafe String(decoding: bytes, as: UTF8.self)
  }

  private func stop() {
    unsafe XML_StopParser(parser, 0)
  }

  private var tagRange: Range<Int> {
    let start = Int(unsafe XML_GetCurrentByteIndex(parser))
    return start..<start + Int(unsafe XML_GetCurrentByteCount(parser))
  }

  private func enterScope(of attributes: [XMLPart.Attribute]) {
    guard var scope = scopes.last else { return }
    for attribute in attributes where attribute.qualifiedName.utf8.starts(with: "xmlns".utf8) {
      if attribute.qualifiedName == "xmlns" { scope.unprefixed = attribute.value }
      if attribute.qualifiedName.hasPrefix("xmlns:") {
        scope.prefixed[attribute.qualifiedName.dropFirst(6)] = attribute.value
      }
    }
    scopes.append(scope)
  }

  private static func list(
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [XMLPart.Attribute] {
    guard let attributes = unsafe attributes else { return [] }
    var list: [XMLPart.Attribute] = []
    var place = 0
    while let name = unsafe attributes[place], let value = unsafe attributes[place + 1] {
      list.append(
        unsafe XMLPart.Attribute(
          qualifiedName: String(cString: name), value: String(cString: value)))
      place += 2
    }
    return list
  }
}
