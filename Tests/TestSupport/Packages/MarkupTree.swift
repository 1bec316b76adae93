import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML part in order, as libxml2 reads them: not the parser of the product.
struct MarkupTree {
  struct Element {
    /// Without its prefix.
    let name: String
    /// By their whole names: `r:id`.
    let attributes: [String: String]
    let parent: Int?
    var text = ""

    /// The value of an attribute, whatever its prefix.
    func local(_ name: String) -> String? {
      attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
    }

    func isTrue(_ name: String) -> Bool { ["1", "true"].contains(attributes[name] ?? "") }
    func number(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }
  }

  let elements: [Element]

  /// Nil for what is not well-formed.
  init?(_ bytes: [UInt8]) {
    let builder = TreeBuilder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    guard parser.parse(), !builder.elements.isEmpty else { return nil }
    elements = builder.elements
  }

  func children(of parent: Int) -> [Int] {
    elements.indices.filter { elements[$0].parent == parent }
  }

  /// The children of the first child of the root with a name.
  func list(_ name: String) -> [Element] {
    guard let list = child(name) else { return [] }
    return elements.filter { $0.parent == list }
  }

  func child(_ name: String) -> Int? {
    elements.firstIndex { $0.parent == 0 && $0.name == name }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  var elements: [MarkupTree.Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let local = name.split(separator: ":").last.map(String.init) ?? name
    elements.append(
      MarkupTree.Element(name: local, attributes: attributes, parent: open.last))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if let last = open.last { elements[last].text += String(decoding: block, as: UTF8.self) }
  }
}
