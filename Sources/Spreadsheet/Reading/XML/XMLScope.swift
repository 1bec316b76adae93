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
  private var bindings: [Binding] = []
  private var bindingDepth = 0
  private var standard = XMLNamespace.none
  /// Whether names without prefix are those of spreadsheets, and nothing is left out: so it is for
  /// nearly every element of a sheet.
  private(set) var isPlain = false

  /// What the texts of the file take that were kept until now.
  var allTextBytes = 0

  /// A prefix that stands for a namespace; the default one has no letters.
  private struct Binding {
    let prefix: [CChar]
    /// The first letters as one number, so that most others are told apart at once.
    let key: UInt64
    let namespace: XMLNamespace
    let depth: Int

    init(_ prefix: [CChar], _ namespace: XMLNamespace, depth: Int) {
      self.prefix = prefix
      key = unsafe prefix.withUnsafeBufferPointer { unsafe Self.key(of: $0) }
      self.namespace = namespace
      self.depth = depth
    }

    @inline(__always)
    static func key(of prefix: UnsafeBufferPointer<CChar>) -> UInt64 {
      var key = UInt64(truncatingIfNeeded: prefix.count)
      for place in 0..<min(7, prefix.count) {
        key = unsafe key &<< 8 | UInt64(UInt8(bitPattern: prefix[place]))
      }
      return key
    }
  }

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

  /// Ends the reading where one text is too long.
  @inline(__always)
  mutating func check(text bytes: Int) {
    guard bytes > limits.textBytes else { return }
    fail(.overLimit(.textBytes, part: part, figure: bytes, limit: limits.textBytes))
  }

  /// Counts a text of so many bytes that is kept, and ends the reading where all are too many.
  @inline(__always)
  mutating func keepText(of bytes: Int) {
    allTextBytes += bytes + ReadingLimits.textOverhead
    guard allTextBytes > limits.allTextBytes else { return }
    fail(
      .overLimit(.allTextBytes, part: part, figure: allTextBytes, limit: limits.allTextBytes))
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
        return unsafe (XMLText(name.start + place + 1), namespace(of: prefix))
      }
      place += 1
    }
    return (name, standard)
  }

  private func namespace(of prefix: UnsafeBufferPointer<CChar>) -> XMLNamespace {
    let key = unsafe Binding.key(of: prefix)
    let bound = bindings.last {
      unsafe $0.key == key && (prefix.count <= 7 || $0.prefix.elementsEqual(prefix))
    }
    return bound?.namespace ?? .other
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
    if bindings.count > limits.namespaces, failure == nil { tooManyNamespaces() }
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

  private mutating func tooManyNamespaces() {
    fail(
      .overLimit(
        .namespaces, part: part, figure: bindings.count, limit: limits.namespaces))
  }

  private mutating func declare(_ name: XMLText, _ value: XMLText) {
    let text = name.string
    guard text.hasPrefix("xmlns"), failure == nil else { return }
    let namespace = XMLNamespace(value.string)
    if text == "xmlns" {
      bindings.append(Binding([], standard, depth: depth))
      standard = namespace
    } else if text.hasPrefix("xmlns:") {
      let prefix = text.utf8.dropFirst(6).map { CChar(bitPattern: $0) }
      bindings.append(Binding(prefix, namespace, depth: depth))
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
