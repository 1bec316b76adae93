import Spreadsheet

/// Whether names, paths and printers stay in the workbooks that go back.
enum MetadataPolicy: Sendable {
  /// As they came: the school gets its own file back.
  case keep
  case strip
}

extension RemovedMetadata {
  /// What was taken out, without repeating what it said.
  var words: String {
    switch self {
    case .property(let name): "property \(name)"
    case .savingFolder: "the folder it was saved in"
    case .userName(let part): "the name of a person in \(part)"
    case .printerSettings(let part): "printer settings of \(part)"
    case .linkedFolder(let part): "folders of linked files in \(part)"
    }
  }
}
