package import Foundation

/// The folder of reference numbers and real files that lies beside the project, where there is one.
///
/// Tests that need it skip where it is absent, and say so:
/// `@Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))`.
package enum SharedFolder {
  /// The project's own folder.
  package static let project: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static let folder: URL =
    ProcessInfo.processInfo.environment["WHATWORKED_SHARED"].map { URL(filePath: $0) }
    ?? project.deletingLastPathComponent().appending(path: "shared")

  package static let isPresent = FileManager.default.fileExists(
    atPath: folder.appending(path: "reference/README.md").path)

  package static let absence = "the folder of shared reference files is not there"

  package static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }
}
