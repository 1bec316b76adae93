/// One of the numbered lists of a workbook's styles, and what is to be added to it.
struct StyleList {
  let name: String
  /// The element that holds it; nil where the workbook has none yet.
  private let element: Int?
  let children: [Int]
  private var additions: [String] = []
  private var places: [String: Int] = [:]

  /// Nil where entries hide in alternatives, so that nobody can count them.
  init?(_ name: String, in styles: XMLPart) {
    self.name = name
    element = styles.child(name)
    children = element.map { styles.children(of: $0) } ?? []
    for (index, child) in children.enumerated() {
      guard styles.elements[child].namespace == styles.elements[0].namespace else { return nil }
      let markup = styles.markup(styles.elements[child].range)
      if places[markup] == nil { places[markup] = index }
    }
  }

  var count: Int { children.count + additions.count }

  /// The index of an entry: of one that is there letter for letter, or of a new one.
  mutating func index(of markup: String, reusing: Bool) -> Int {
    if reusing, let known = places[markup] { return known }
    let index = count
    additions.append(markup)
    if places[markup] == nil { places[markup] = index }
    return index
  }

  func splices(
    in styles: XMLPart, _ prefix: Substring, _ sequence: [String]
  ) -> [XMLPart.Splice] {
    guard !additions.isEmpty else { return [] }
    let markup = additions.joined()
    guard let element else {
      let list = "<\(prefix)\(name) count=\"\(count)\">\(markup)</\(prefix)\(name)>"
      return [styles.inserting(list, named: name, in: sequence)]
    }
    // A self-closed list is rewritten as a whole, so its count goes with it.
    guard !styles.elements[element].closesItself else {
      let list = "<\(prefix)\(name) count=\"\(count)\">\(markup)</\(prefix)\(name)>"
      return [XMLPart.Splice(range: styles.elements[element].range, replacement: list)]
    }
    let appended = styles.appending(markup, to: element)
    guard styles.elements[element]["count"] != nil else { return [appended] }
    return [styles.setting("count", to: String(count), of: element), appended]
  }
}
