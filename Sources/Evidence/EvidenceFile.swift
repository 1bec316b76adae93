import Foundation

/// Entries as text, one JSON object a line, in the order of their studies.
///
/// The same entries give the same bytes in whatever order they came, and no path is in them, so
/// that files from many machines can be put together.
package enum EvidenceFile {
  /// The text of entries.
  package static func text(_ entries: [EvidenceEntry]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try entries.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    return lines.sorted().map { $0 + "\n" }.joined()
  }

  /// Reads entries; empty lines are passed over.
  ///
  /// - Throws: `EvidenceFileError` with the line that is not an entry.
  package static func entries(in text: String) throws(EvidenceFileError) -> [EvidenceEntry] {
    var entries: [EvidenceEntry] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard
        let entry = try? JSONDecoder().decode(EvidenceEntry.self, from: Data(line.utf8))
      else { throw EvidenceFileError(line: index + 1) }
      entries.append(entry)
    }
    return entries
  }
}

/// A line of an evidence file that is not an entry.
package struct EvidenceFileError: Error, Sendable, Hashable {
  package let line: Int
}
