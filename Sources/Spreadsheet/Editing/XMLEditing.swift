extension XMLPart {
  /// The children of an element, in order.
  func children(of parent: Int) -> [Int] {
    elements.indices.filter { elements[$0].parent == parent }
  }

  /// The first child of that local name, in the namespace of its parent.
  func child(_ name: String, of parent: Int = 0) -> Int? {
    children(of: parent).first {
      elements[$0].localName == name && elements[$0].namespace == elements[parent].namespace
    }
  }

  /// Gives an attribute a value, whether or not it was there.
  func setting(_ attribute: String, to value: String, of element: Int) -> Splice {
    let tag = elements[element].startTag
    if let place = place(of: attribute, in: element) {
      return Splice(range: place.value, replacement: SplicedText.escaped(value))
    }
    let end = tag.lowerBound + (1 + elements[element].qualifiedName.utf16.count) * width.bytes
    return Splice(
      range: end..<end, replacement: " \(attribute)=\"\(SplicedText.escaped(value))\"")
  }

  /// Takes an attribute out with the space before it; nil where there is none.
  func removing(_ attribute: String, of element: Int) -> Splice? {
    place(of: attribute, in: element).map { Splice(range: $0.whole, replacement: "") }
  }

  /// Puts markup at the end of an element, which may have closed itself so far.
  func appending(_ markup: String, to element: Int) -> Splice {
    let target = elements[element]
    guard target.closesItself else {
      let end = target.endTag.lowerBound
      return Splice(range: end..<end, replacement: markup)
    }
    let slash = target.startTag.upperBound - 2 * width.bytes
    return Splice(
      range: slash..<target.startTag.upperBound,
      replacement: ">\(markup)</\(target.qualifiedName)>")
  }

  /// Puts markup before the first child of `parent` whose name comes later in `sequence` than
  /// `name`, or at its end.
  func inserting(
    _ markup: String, named name: String, in sequence: [String], of parent: Int = 0
  ) -> Splice {
    let later = sequence.firstIndex(of: name).map { sequence[($0 + 1)...] } ?? []
    let next = children(of: parent).first { later.contains(String(elements[$0].localName)) }
    guard let next else { return appending(markup, to: parent) }
    let start = elements[next].startTag.lowerBound
    return Splice(range: start..<start, replacement: markup)
  }

  /// Takes a whole element out.
  func removing(_ element: Int) -> Splice {
    Splice(range: elements[element].range, replacement: "")
  }

  /// The prefix, with its colon, that is bound to a namespace at an element; nil where none is.
  func prefix(for namespace: String, at element: Int) -> String? {
    var shadowed: Set<String> = []
    var next: Int? = element
    while let current = next {
      for attribute in elements[current].attributes
      where attribute.qualifiedName.hasPrefix("xmlns:") {
        let prefix = String(attribute.qualifiedName.dropFirst(6))
        if attribute.value == namespace, !shadowed.contains(prefix) { return prefix + ":" }
        shadowed.insert(prefix)
      }
      next = elements[current].parent
    }
    return nil
  }

  /// The value of an attribute in a namespace: `r:id`, whatever its prefix.
  func attribute(
    _ name: String, inOneOf namespaces: Set<String>, of element: Int
  ) -> (value: String, prefix: String, namespace: String)? {
    for attribute in elements[element].attributes {
      guard XMLPart.localPart(of: attribute.qualifiedName) == name,
        attribute.qualifiedName.contains(":")
      else { continue }
      let prefix = String(attribute.qualifiedName.dropLast(name.count))
      for namespace in namespaces.sorted()
      where self.namespace(ofPrefix: prefix, at: element) == namespace {
        return (attribute.value, prefix, namespace)
      }
    }
    return nil
  }

  private func namespace(ofPrefix prefix: String, at element: Int) -> String? {
    var next: Int? = element
    while let current = next {
      if let namespace = elements[current]["xmlns:" + prefix.dropLast()] { return namespace }
      next = elements[current].parent
    }
    return nil
  }

  /// Where an attribute of an opening tag is: its value, and the whole with the space before it.
  private func place(
    of attribute: String, in element: Int
  ) -> (value: Range<Int>, whole: Range<Int>)? {
    let tag = elements[element].startTag
    let units = width == .one ? bytes[tag] : width.narrowed(bytes[tag])[...]
    var cursor = units.startIndex + 1 + elements[element].qualifiedName.utf16.count
    func offset(_ unit: Int) -> Int {
      tag.lowerBound + (unit - units.startIndex) * width.bytes
    }
    while cursor < units.endIndex {
      let gap = cursor
      while cursor < units.endIndex, SplicedText.isSpace(units[cursor]) { cursor += 1 }
      let nameStart = cursor
      while cursor < units.endIndex, !SplicedText.isSpace(units[cursor]),
        units[cursor] != UInt8(ascii: "=")
      {
        cursor += 1
      }
      let isWanted = units[nameStart..<cursor].elementsEqual(attribute.utf8)
      guard let quote = units[cursor...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let end = units[(quote + 1)...].firstIndex(of: units[quote])
      else { return nil }
      if isWanted { return (offset(quote + 1)..<offset(end), offset(gap)..<offset(end + 1)) }
      cursor = end + 1
    }
    return nil
  }
}

enum SplicedText {
  /// Text for an attribute or an element, in ASCII alone, so that it fits every encoding.
  static func escaped(_ text: String) -> String { ascii(escapedUnicode(text)) }

  /// Text for an attribute or an element of a part in UTF-8.
  static func escapedUnicode(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Markup with what is beyond ASCII as character references.
  static func ascii(_ markup: String) -> String {
    guard !markup.utf8.allSatisfy({ $0 < 0x80 }) else { return markup }
    return markup.unicodeScalars.map {
      $0.isASCII ? String($0) : "&#x\(String($0.value, radix: 16, uppercase: true));"
    }.joined()
  }

  /// Markup without prefixes, given one: `<a b="c"/>` → `<x:a b="c"/>`.
  static func prefixed(_ markup: String, with prefix: some StringProtocol) -> String {
    guard !prefix.isEmpty else { return markup }
    return markup.replacing("</", with: "\u{1}").replacing("<", with: "<\(prefix)")
      .replacing("\u{1}", with: "</\(prefix)")
  }

  static func isSpace(_ unit: UInt8) -> Bool {
    unit == 0x20 || unit == 0x09 || unit == 0x0A || unit == 0x0D
  }
}
