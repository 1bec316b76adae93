import Yams

/// Reads values out of one YAML file and keeps every fault that it meets on the way.
///
/// Each reading function gives something usable even after a fault, so that one pass finds all.
final class DefinitionReader {
  let file: String
  private(set) var faults: [ProgrammeFault] = []

  init(file: String) {
    self.file = file
  }

  func fault(_ message: String, at node: Node?, suggestion: String? = nil) {
    let mark = node?.mark
    faults.append(
      ProgrammeFault(
        file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message,
        suggestion: suggestion))
  }

  /// The keys and values of a table, after a look at which keys it has.
  func table(_ node: Node, _ name: String, required: [String], optional: [String] = []) -> Table {
    guard let mapping = node.mapping else {
      fault("\(name) must be a table of keys and values", at: node)
      return Table(name: name, node: node, mapping: [:], isUsable: false)
    }
    let known = required + optional
    for (key, _) in mapping where !known.contains(key.scalar?.string ?? "") {
      let written = key.scalar?.string ?? "?"
      fault(
        "\(name) has no key \"\(written)\"", at: key,
        suggestion: nearMiss(of: written, among: known).map { "did you mean \"\($0)\"?" }
          ?? "its keys are: \(known.joined(separator: ", "))")
    }
    for key in required where mapping[key] == nil {
      fault("\(name) lacks the key \"\(key)\"", at: node)
    }
    return Table(name: name, node: node, mapping: mapping, isUsable: true)
  }

  /// A line of text; empty where it is absent or not text.
  func text(_ table: Table, _ key: String) -> String {
    guard let node = table.mapping[key] else { return "" }
    guard let scalar = node.scalar else {
      fault("\"\(key)\" must be text", at: node)
      return ""
    }
    // `help:` with nothing after it, and `help: ~`, are no text.
    let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    let text = isNull ? "" : scalar.string.split(whereSeparator: \.isNewline).joined(separator: " ")
    if text.allSatisfy(\.isWhitespace), table.required(key) {
      fault("\"\(key)\" is empty", at: node)
    }
    return text
  }

  /// A whole number; nil where it is absent or not one.
  func whole(_ table: Table, _ key: String) -> Int? {
    guard let node = table.mapping[key] else { return nil }
    guard let text = node.scalar?.string, let number = Int(text) else {
      fault("\"\(key)\" must be a whole number", at: node)
      return nil
    }
    return number
  }

  /// A number; nil where it is absent or not one.
  func number(_ table: Table, _ key: String) -> Double? {
    guard let node = table.mapping[key] else { return nil }
    guard let text = node.scalar?.string, let number = Double(text), number.isFinite else {
      fault("\"\(key)\" must be a number", at: node)
      return nil
    }
    return number
  }

  /// `true` or `false`; false where it is absent.
  func truth(_ table: Table, _ key: String) -> Bool {
    guard let node = table.mapping[key] else { return false }
    switch node.scalar?.string.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      fault("\"\(key)\" must be true or false", at: node)
      return false
    }
  }

  /// The entries of a list; none where it is absent.
  func list(_ table: Table, _ key: String) -> [Node] {
    guard let node = table.mapping[key] else { return [] }
    guard let sequence = node.sequence else {
      fault("\"\(key)\" must be a list", at: node, suggestion: "begin each entry with \"- \"")
      return []
    }
    return Array(sequence)
  }

  /// One of the names of a closed list; nil where it is none of them.
  func name<Kind: RawRepresentable & CaseIterable>(
    _ node: Node?, of kind: Kind.Type, _ what: String
  ) -> Kind? where Kind.RawValue == String {
    guard let node else { return nil }
    let written = node.scalar?.string ?? ""
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

/// A table of the file: its keys and values, and what it is called in messages.
struct Table {
  let name: String
  let node: Node
  let mapping: Node.Mapping
  /// False where it is not a table at all, so that its missing keys are not worth a word.
  let isUsable: Bool

  /// Whether a key is there; an absent one has been reported already, where it must be there.
  func required(_ key: String) -> Bool { mapping[key] != nil && key != "help" }
}
