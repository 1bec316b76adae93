/// Reads values out of one definition and keeps every fault that it meets on the way.
///
/// Each reading function gives something usable even after a fault, so that one pass finds all.
final class DefinitionReader {
  let file: String
  var faults: [ProgrammeFault] = []

  init(file: String) {
    self.file = file
  }

  func fault(_ message: String, at node: DefinitionNode?, suggestion: String? = nil) {
    fault(message, at: node?.place ?? DefinitionPlace(line: 1, column: 1), suggestion: suggestion)
  }

  func fault(_ message: String, at place: DefinitionPlace, suggestion: String? = nil) {
    faults.append(
      ProgrammeFault(file: file, place: place, message: message, suggestion: suggestion))
  }

  /// - Throws: everything that was wrong, in the order of the file.
  func check() throws(ProgrammeError) {
    guard !faults.isEmpty else { return }
    // A place that is looked at twice gives the same fault twice.
    var seen: Set<ProgrammeFault> = []
    throw .faults(
      faults.filter { seen.insert($0).inserted }.sorted {
        ($0.place.sheet ?? "", $0.line, $0.column) < ($1.place.sheet ?? "", $1.line, $1.column)
      })
  }

  /// The keys and values of a table, after a look at which keys it has.
  func table(_ node: DefinitionNode, _ kind: DefinitionTable, name: String? = nil) -> Table {
    let name = name ?? kind.name
    guard let mapping = node.mapping else {
      fault("\(name) must be a table of keys and values", at: node)
      return Table(
        kind: kind, node: node, mapping: DefinitionNode.Mapping(), isUsable: false)
    }
    let known = kind.required + kind.optional
    for (key, _) in mapping where !known.contains(key.text ?? "") {
      let written = key.text ?? "?"
      fault(
        "\(name) has no key \"\(written)\"", at: key,
        suggestion: nearMiss(of: written, among: known).map { "did you mean \"\($0)\"?" }
          ?? "its keys are: \(known.joined(separator: ", "))")
    }
    for key in kind.required where mapping[key] == nil {
      let gap = mapping.gaps[key]
      fault("\(name) lacks \(gap?.what ?? "the key \"\(key)\"")", at: gap?.place ?? node.place)
    }
    return Table(kind: kind, node: node, mapping: mapping, isUsable: true)
  }

  /// A line of text; empty where it is absent or not text.
  func text(_ table: Table, _ key: String) -> String {
    guard let node = table.mapping[key] else { return "" }
    guard let written = node.text else {
      fault("\"\(key)\" must be text", at: node)
      return ""
    }
    let text = written.split(whereSeparator: \.isNewline).joined(separator: " ")
    if text.allSatisfy(\.isWhitespace), table.kind.required.contains(key) {
      fault("\"\(key)\" is empty", at: node)
    }
    return text
  }

  /// A whole number; nil where it is absent or not one.
  func whole(_ table: Table, _ key: String) -> Int? {
    guard let node = table.mapping[key] else { return nil }
    guard let text = node.text, let number = Int(text) else {
      fault("\"\(key)\" must be a whole number", at: node)
      return nil
    }
    return number
  }

  /// A number; nil where it is absent or not one.
  func number(_ table: Table, _ key: String) -> Double? {
    guard let node = table.mapping[key] else { return nil }
    guard let text = node.text, let number = Double(text), number.isFinite else {
      fault("\"\(key)\" must be a number", at: node)
      return nil
    }
    return number
  }

  /// `true` or `false`; false where it is absent.
  func truth(_ table: Table, _ key: String) -> Bool {
    guard let node = table.mapping[key] else { return false }
    switch node.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      fault("\"\(key)\" must be true or false", at: node)
      return false
    }
  }

  /// The entries of a list; none where it is absent.
  func list(_ table: Table, _ key: String) -> [DefinitionNode] {
    guard let node = table.mapping[key] else { return [] }
    guard let sequence = node.list else {
      fault("\"\(key)\" must be a list", at: node, suggestion: "begin each entry with \"- \"")
      return []
    }
    return Array(sequence)
  }

  /// One of the names of a closed list; nil where it is none of them.
  func name<Kind: RawRepresentable & CaseIterable>(
    _ node: DefinitionNode?, of kind: Kind.Type, _ what: String
  ) -> Kind? where Kind.RawValue == String {
    guard let node else { return nil }
    let written = node.text ?? ""
    if let found = Kind(rawValue: written) { return found }
    let names = Kind.allCases.map(\.rawValue)
    fault(
      "\"\(written)\" is not \(what)", at: node,
      suggestion: nearMiss(of: written, among: names).map { "did you mean \"\($0)\"?" }
        ?? "use one of: \(names.joined(separator: ", "))")
    return nil
  }

  /// A name that data and programs use: small letters, digits and hyphens.
  func identifier(_ table: Table, _ key: String) -> String {
    let text = text(table, key)
    let isPlain = text.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
    }
    if !text.isEmpty, !isPlain {
      fault(
        "\"\(text)\" must be small letters, digits and hyphens only", at: table.mapping[key],
        suggestion: "for example \"year-group\"")
    }
    return text
  }
}

/// A table of the definition: its keys and values.
struct Table {
  let kind: DefinitionTable
  let node: DefinitionNode
  let mapping: DefinitionNode.Mapping
  /// False where it is not a table at all, so that its missing keys are not worth a word.
  let isUsable: Bool
}
