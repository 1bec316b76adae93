/// A value of a definition with its place, whether it was read from YAML or from the sheets of a
/// workbook.
struct DefinitionNode: Sendable {
  var content: Content
  var place: DefinitionPlace

  enum Content: Sendable {
    case text(String)
    /// A value that was left empty.
    case nothing
    case list([DefinitionNode])
    case table(Mapping)
  }

  /// Keys and values, in the order written.
  struct Mapping: Sendable, Sequence {
    var entries: [(key: DefinitionNode, value: DefinitionNode)] = []
    /// What is to be filled in for a key that is not there, in the sheets of a workbook.
    var gaps: [String: Gap] = [:]

    subscript(key: String) -> DefinitionNode? {
      entries.first { $0.key.text == key }?.value
    }

    func makeIterator() -> IndexingIterator<[(key: DefinitionNode, value: DefinitionNode)]> {
      entries.makeIterator()
    }
  }

  /// Where the value of a key would stand, and what is missing there: `the column "maximum"`.
  struct Gap: Sendable {
    var place: DefinitionPlace
    var what: String
  }

  /// The text; empty where nothing was written, nil for a list or a table.
  var text: String? {
    switch content {
    case .text(let text): text
    case .nothing: ""
    case .list, .table: nil
    }
  }

  var list: [DefinitionNode]? {
    if case .list(let list) = content { list } else { nil }
  }

  var mapping: Mapping? {
    if case .table(let mapping) = content { mapping } else { nil }
  }
}
