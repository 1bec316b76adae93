package import Foundation
package import StudyModel

/// Reads a programme from its folder: `programme.yaml`, the texts that it names, and its translations.
///
/// - Throws: `faults` with everything that is wrong, not only the first thing.
package func readProgramme(folder: URL) throws(ProgrammeError) -> Programme {
  guard isFolder(folder) else { throw .folderMissing(folder.lastPathComponent) }
  let file = folder.appending(path: definitionName)
  guard FileManager.default.fileExists(atPath: file.path) else {
    throw .definitionMissing(folder: folder.lastPathComponent)
  }
  let yaml = try readText(file)
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
  guard let root = try definition(yaml: yaml, file: definitionName) else {
    reader.fault("the file is empty", at: nil)
    throw .faults(reader.faults)
  }
  let programme = reader.programme(root, folderName: folderName, hasText: hasText)
  try reader.check()
  return programme
}

/// The name of the file that defines a programme, in its folder.
package let definitionName = "programme.yaml"

/// - Throws: `unreadable` where it is not there, or not UTF-8.
func readText(_ file: URL) throws(ProgrammeError) -> String {
  guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8)
  else { throw .unreadable(file: file.lastPathComponent) }
  return text
}

private func isFolder(_ url: URL) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
    && isDirectory.boolValue
}
