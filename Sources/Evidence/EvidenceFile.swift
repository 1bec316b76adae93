import Foundation

/// Entries as text, one JSON object a line, in the order of their studies; after them the records
/// of policy and of ways.
///
/// The same entries give the same bytes in whatever order they came, and no path is in them, so
/// that files from many machines can be put together.
package enum EvidenceFile {
  /// The text of entries and records.
  package static func text(
    _ entries: [EvidenceEntry], _ records: PolicyRecords = PolicyRecords()
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func lines(_ values: [some Encodable]) throws -> [String] {
      try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.sorted()
    }
    let all = try lines(entries) + lines(records.policies) + lines(records.pathways)
    return all.map { $0 + "\n" }.joined()
  }

  /// One line: a study, a policy or a way.
  package enum Line: Sendable {
    case entry(EvidenceEntry)
    case policy(PolicyRecord)
    case pathway(Pathway)
  }

  /// Reads one line.
  ///
  /// - Throws: `EvidenceFileError` where it is none of the three.
  package static func line(
    _ bytes: some Collection<UInt8>, number: Int
  ) throws(EvidenceFileError) -> Line {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    if let entry = try? decoder.decode(EvidenceEntry.self, from: data) { return .entry(entry) }
    if let policy = try? decoder.decode(PolicyRecord.self, from: data) { return .policy(policy) }
    if let way = try? decoder.decode(Pathway.self, from: data) { return .pathway(way) }
    throw EvidenceFileError(line: number)
  }

  /// Reads entries; empty lines and records are passed over.
  ///
  /// - Throws: `EvidenceFileError` with the line that is nothing of the kind.
  package static func entries(in text: String) throws(EvidenceFileError) -> [EvidenceEntry] {
    var entries: [EvidenceEntry] = []
    for (index, line) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() where !line.isEmpty {
      if case .entry(let entry) = try Self.line(line, number: index + 1) { entries.append(entry) }
    }
    return entries
  }
}

/// A line of an evidence file that is not an entry.
package struct EvidenceFileError: Error, Sendable, Hashable {
  package let line: Int
}
