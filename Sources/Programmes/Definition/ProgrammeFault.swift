/// Something wrong in the files of a programme, with its place.
package struct ProgrammeFault: Hashable, Sendable {
  /// The name of the file in the programme's folder: `programme.yaml`.
  package var file: String
  package var place: DefinitionPlace
  /// What is wrong, in plain words.
  package var message: String
  /// What was probably meant, or what to do.
  package var suggestion: String?

  package init(
    file: String, place: DefinitionPlace, message: String, suggestion: String? = nil
  ) {
    self.file = file
    self.place = place
    self.message = message
    self.suggestion = suggestion
  }
}

extension ProgrammeFault {
  package init(
    file: String, line: Int, column: Int, message: String, suggestion: String? = nil
  ) {
    self.init(
      file: file, place: DefinitionPlace(line: line, column: column), message: message,
      suggestion: suggestion)
  }

  package var line: Int { place.line }
  package var column: Int { place.column }
}

extension ProgrammeFault: CustomStringConvertible {
  /// As compilers print it: `programme.yaml:4:1: the programme has no key "outcome"`;
  /// in a workbook `my.xlsx: outcomes!B4: …`.
  package var description: String {
    let found = place.sheet == nil ? "\(file):\(place)" : "\(file): \(place)"
    return "\(found): \(message)" + (suggestion.map { "\n  help: \($0)" } ?? "")
  }
}

/// Why a programme cannot be read.
package enum ProgrammeError: Error, Hashable, Sendable {
  case folderMissing(String)
  /// The folder holds no `programme.yaml`.
  case definitionMissing(folder: String)
  /// The file is there but cannot be read, or is not UTF-8 text.
  case unreadable(file: String)
  /// Everything that is wrong, in the order of the file.
  case faults([ProgrammeFault])
}

extension ProgrammeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .folderMissing(let folder): "there is no folder \(folder)"
    case .definitionMissing(let folder): "\(folder) holds no programme.yaml"
    case .unreadable(let file): "\(file) cannot be read as text"
    case .faults(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}
