package import Foundation
package import StudyModel
import Yams

/// Reads a programme from its folder: `programme.yaml`, the texts that it names, and its translations.
///
/// - Throws: `faults` with everything that is wrong, not only the first thing.
package func readProgramme(folder: URL) throws(ProgrammeError) -> Programme {
  guard isFolder(folder) else { throw .folderMissing(folder.lastPathComponent) }
  let file = folder.appending(path: definitionName)
  guard FileManager.default.fileExists(atPath: file.path) else {
    throw .definitionMissing(folder: folder.lastPathComponent)
  }
  guard let data = try? Data(contentsOf: file), let yaml = String(data: data, encoding: .utf8)
  else { throw .unreadable(file: definitionName) }
  let defined = try programme(
    yaml: yaml, folderName: folder.lastPathComponent,
    hasText: { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) })
  return try addingTranslations(to: defined, from: folder)
}

/// The folders in `Templates` that hold a programme, in the order of their names.
package func listProgrammes(in templates: URL) throws(ProgrammeError) -> [URL] {
  guard isFolder(templates),
    let names = try? FileManager.default.contentsOfDirectory(atPath: templates.path)
  else { throw .folderMissing(templates.lastPathComponent) }
  return names.sorted().map { templates.appending(path: $0) }.filter {
    FileManager.default.fileExists(atPath: $0.appending(path: definitionName).path)
  }
}

/// Reads the definition of a programme from its text; `hasText` says whether its folder holds a
/// file of a name.
package func programme(
  yaml: String, folderName: String, hasText: (String) -> Bool
) throws(ProgrammeError) -> Programme {
  let reader = DefinitionReader(file: definitionName)
  let root: Node?
  do {
    root = try compose(yaml: yaml)
  } catch {
    throw .faults([syntaxFault(of: error)])
  }
  guard let root else {
    reader.fault("the file is empty", at: nil)
    throw .faults(reader.faults)
  }
  let programme = reader.programme(root, folderName: folderName, hasText: hasText)
  guard reader.faults.isEmpty else {
    // A place that is looked at twice gives the same fault twice.
    var seen: Set<ProgrammeFault> = []
    throw .faults(
      reader.faults.filter { seen.insert($0).inserted }
        .sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
  return programme
}

private let definitionName = "programme.yaml"

private func isFolder(_ url: URL) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
    && isDirectory.boolValue
}

/// A fault of the YAML itself, in the words of a person who has never heard of it.
private func syntaxFault(of error: any Error) -> ProgrammeFault {
  func fault(_ mark: Mark?, _ message: String, _ suggestion: String? = nil) -> ProgrammeFault {
    ProgrammeFault(
      file: definitionName, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message,
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
