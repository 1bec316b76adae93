import Yams

/// Reads the tree of values from YAML, each with its line and column.
///
/// - Returns: nil for an empty file.
func definition(yaml: String, file: String) throws(ProgrammeError) -> DefinitionNode? {
  do {
    return try compose(yaml: yaml).map(DefinitionNode.init)
  } catch {
    throw .faults([syntaxFault(of: error, file: file)])
  }
}

extension DefinitionNode {
  fileprivate init(_ node: Node) {
    place = DefinitionPlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    switch node {
    case .mapping(let mapping):
      content = .table(
        Mapping(entries: mapping.map { (DefinitionNode($0.key), DefinitionNode($0.value)) }))
    case .sequence(let sequence): content = .list(sequence.map(DefinitionNode.init))
    case .scalar(let scalar):
      // `help:` with nothing after it, and `help: ~`, are no text.
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      content = isNull ? .nothing : .text(scalar.string)
    case .alias: content = .nothing
    }
  }
}

/// A fault of the YAML itself, in the words of a person who has never heard of it.
private func syntaxFault(of error: any Error, file: String) -> ProgrammeFault {
  func fault(_ mark: Mark?, _ message: String, _ suggestion: String? = nil) -> ProgrammeFault {
    ProgrammeFault(
      file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message,
      suggestion: suggestion)
  }
  let advice =
    "look at the line above too: spaces at the start of a line matter, tabs are not allowed, "
    + "and text with \": \" or \"#\" in it needs quotation marks"
  switch error {
  case YamlError.scanner(_, let problem, let mark, _),
    YamlError.parser(_, let problem, let mark, _),
    YamlError.composer(_, let problem, let mark, _):
    return fault(mark, "the file cannot be understood here (\(problem))", advice)
  case YamlError.duplicatedKeysInMapping(let duplicates, let context):
    return fault(
      context.mark, "the key \"\(duplicates.sorted().joined(separator: ", "))\" is there twice",
      "keep one of them")
  default:
    return fault(nil, "the file cannot be understood", advice)
  }
}
