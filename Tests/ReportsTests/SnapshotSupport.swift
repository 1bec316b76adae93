import CustomDump
import Foundation
import Testing

/// Compares a text with `Snapshots/<name>` beside the test.
///
/// An absent snapshot, or `RECORD_SNAPSHOTS` in the environment, writes it and fails, so that a
/// fresh recording can never pass unseen.
func expectSnapshot(
  _ text: String, named name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
  let url = folder.appending(path: name)
  let recorded = try? String(contentsOf: url, encoding: .utf8)
  let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard let recorded, !records else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name); run again to compare.", sourceLocation: location)
    return
  }
  let difference = diff(recorded, text) ?? ""
  #expect(recorded == text, "\(name) differs:\n\(difference)", sourceLocation: location)
}
