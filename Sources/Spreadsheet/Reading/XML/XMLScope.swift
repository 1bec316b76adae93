import CExpat

/// What every reader of a part shares while expat runs: depth, namespaces, and the first failure.
///
/// Elements of `mc:AlternateContent` are seen through to their `Fallback`; a `Choice` is for
/// programs that know more.
@safe
struct XMLScope {
  let part: String
  let limits: ReadingLimits
  let parser: XML_Parser
  /// What reads the part: the callbacks of its own type know which type it is.
  var reader: UnsafeMutableRawPointer?

  private(set) var failure: SpreadsheetError?
  /// Grows with every event, so that a token without end is noticed.
  var events = 0
  private(set) var depth = 0
  private var skippedFrom = 0
  private var transparent: UInt64 = 0
  private var bindings: [(prefix: [CChar], namespace: XMLNamespace, depth: Int)] = []
  private var bindingDepth = 0
  private var standard = XMLNamespace.none
  /// Whether names without prefix are those of spreadsheets, and nothing is left out: so it is for
  /// nearly every element of a sheet.
  private(set) var isPlain = false

  init(part: String, limits: ReadingLimits, parser: XML_Parser) {
    self.part = part
    self.limits = limits
    unsafe self.parser = unsafe parser
  }

  /// The line that expat is at, from 1.
  var line: Int { unsafe Int(clamping: XML_GetCurrentLineNumber(parser)) }

  /// Ends the reading of the part.
  mutating func fail(_ error: SpreadsheetError) {
    guard failure == nil else { return }
    failure = error
    isPlain = false
    unsafe XML_StopParser(parser, XML_Bool(0))
  }

  /// Whether expat is within an element that is left out.
  var isSkipping: Bool { skippedFrom > 0 }

  /// Leaves out the element that began last, and everything in it.
  mutating func skip() {
    skippedFrom = depth
    isPlain = false
  }

  /// Begins an element that declares nothing, while ``isPlain``; false where it is too deep.
  @inline(__always)
  mutating func enterPlain() -> Bool {
    guard depth < limits.elementDepth else { return false }
    events &+= 1
    depth &+= 1
    return true
  }

  /// Begins an element; nil where it is left out.
  @inline(__always)
  mutating func enter(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) -> XMLElement? {
    events &+= 1
    depth &+= 1
    guard depth <= limits.elementDepth else { return tooDeep() }
    if unsafe attributes[0] != nil { unsafe look(at: attributes) }
    guard skippedFrom == 0, failure == nil else { return nil }
    let (local, namespace) = unsafe resolve(XMLText(name), standard: standard)
    if namespace == .compatibility { return see(through: local) }
    return unsafe XMLElement(name: local, namespace: namespace, attributes: attributes)
  }

  /// Ends an element; false where it was left out.
  @inline(__always)
  mutating func leave() -> Bool {
    let wasTransparent = transparent != 0 && transparent & (1 &<< UInt64(depth)) != 0
    depth &-= 1
    if depth < bindingDepth { unbind() }
    if skippedFrom > 0 {
      if depth < skippedFrom { skippedFrom = 0 }
      updatePlain()
      return false
    }
    if wasTransparent {
      transparent &= ~(1 << UInt64(depth + 1))
      return false
    }
    return failure == nil
  }

  /// The name of an element without its prefix, and its namespace.
  func resolveElement(_ name: XMLText) -> (XMLText, XMLNamespace) {
    resolve(name, standard: standard)
  }

  /// The name of an attribute without its prefix, and the namespace of the prefix.
  func resolveAttribute(_ name: XMLText) -> (XMLText, XMLNamespace) {
    resolve(name, standard: .none)
  }

  @inline(__always)
  private func resolve(
    _ name: XMLText, standard: XMLNamespace
  ) -> (XMLText, XMLNamespace) {
    var place = 0
    while unsafe name.start[place] != 0 {
      if unsafe name.start[place] == 58 {
        let prefix = unsafe UnsafeBufferPointer(start: name.start, count: place)
        let bound = bindings.last { unsafe $0.prefix.elementsEqual(prefix) }
        return unsafe (XMLText(name.start + place + 1), bound?.namespace ?? .other)
      }
      place += 1
    }
    return (name, standard)
  }

  private mutating func tooDeep() -> XMLElement? {
    fail(.overLimit(.elementDepth, part: part, figure: depth, limit: limits.elementDepth))
    return nil
  }

  private mutating func see(through name: XMLText) -> XMLElement? {
    if name == "AlternateContent" || name == "Fallback" {
      transparent |= 1 << UInt64(depth)
    } else {
      skip()
    }
    return nil
  }

  /// Counts attributes, and takes note of the namespaces that they declare.
  @inline(__always)
  private mutating func look(at attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    var place = 0
    while let name = unsafe attributes[place] {
      if unsafe name[0] == 120, let value = unsafe attributes[place + 1] {
        unsafe declare(XMLText(name), XMLText(value))
      }
      place += 2
    }
    if place > 2 * limits.attributes { tooMany(attributes: place / 2) }
  }

  /// Whether a tag is found too long before its attributes are counted depends on the version of
  /// expat; the file ends in the same way with each.
  private mutating func tooMany(attributes count: Int) {
    let bytes = unsafe Int(clamping: XML_GetCurrentByteCount(parser))
    fail(
      bytes > limits.tokenBytes
        ? .overLimit(.tokenBytes, part: part, figure: bytes, limit: limits.tokenBytes)
        : .overLimit(.attributes, part: part, figure: count, limit: limits.attributes))
  }

  private mutating func declare(_ name: XMLText, _ value: XMLText) {
    let text = name.string
    guard text.hasPrefix("xmlns"), failure == nil else { return }
    let namespace = XMLNamespace(value.string)
    if text == "xmlns" {
      bindings.append((prefix: [], namespace: standard, depth: depth))
      standard = namespace
    } else if text.hasPrefix("xmlns:") {
      let prefix = text.utf8.dropFirst(6).map { CChar(bitPattern: $0) }
      bindings.append((prefix: prefix, namespace: namespace, depth: depth))
    }
    bindingDepth = bindings.last?.depth ?? 0
    updatePlain()
  }

  private mutating func updatePlain() {
    isPlain = standard == .spreadsheet && skippedFrom == 0 && failure == nil
  }

  private mutating func unbind() {
    while let last = bindings.last, last.depth > depth {
      // The record of a default namespace holds the one before it.
      if last.prefix.isEmpty { standard = last.namespace }
      bindings.removeLast()
    }
    bindingDepth = bindings.last?.depth ?? 0
    updatePlain()
  }
}
