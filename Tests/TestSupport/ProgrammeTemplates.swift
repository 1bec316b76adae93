package import Foundation

/// The programmes that ship with the project.
package enum ProgrammeTemplates {
  package static let folder = SharedFolder.project.appending(path: "Templates")

  package static let ids =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter {
      FileManager.default.fileExists(
        atPath: folder.appending(path: $0).appending(path: "programme.yaml").path)
    }.sorted() ?? []

  package static func folder(of id: String) -> URL { folder.appending(path: id) }
}
