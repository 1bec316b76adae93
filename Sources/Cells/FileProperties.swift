/// What a file says about itself; programs write it, and some write it wrong.
package struct FileProperties: Hashable, Sendable {
  package var title = ""
  package var creator = ""
  package var lastModifiedBy = ""
  /// As written, usually `2026-07-10T09:30:00Z`.
  package var created = ""
  package var modified = ""
  /// The program that claims to have saved the file.
  package var application = ""
  /// Custom properties that hold text, by name.
  package var custom: [String: String] = [:]

  package init() {}
}
