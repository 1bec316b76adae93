package import Foundation
import GRDB
import StudyModel

/// The studies that came in so far, in one SQLite file.
///
/// It holds entries only: no pupil, no name. Adding the same study again changes nothing; a newer
/// return of the same study takes the place of the older one, which is kept beside it.
package struct EvidenceBase: Sendable {
  private let database: DatabaseQueue

  /// Opens the file, and makes it where there is none.
  package init(at file: URL) throws {
    database = try DatabaseQueue(path: file.path)
    try Self.migrations.migrate(database)
  }

  /// What adding an entry did.
  package enum Change: Sendable, Hashable {
    case added
    case replaced
    case unchanged
  }

  /// Adds a study, or a newer return of one.
  @discardableResult
  package func add(_ entry: EvidenceEntry) throws -> Change {
    let json = try Self.encode(entry)
    return try database.write { database in
      let existing = try String.fetchOne(
        database, sql: "SELECT dataHash FROM entry WHERE study = ?",
        arguments: [entry.identity.study])
      guard existing != entry.dataHash else { return .unchanged }
      if existing != nil {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO superseded (study, dataHash, json)
            SELECT study, dataHash, json FROM entry WHERE study = ?
            """, arguments: [entry.identity.study])
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO entry (study, dataHash, json) VALUES (?, ?, ?)",
        arguments: [entry.identity.study, entry.dataHash, json])
      return existing == nil ? .added : .replaced
    }
  }

  /// Every study, in the order of its name.
  package func entries() throws -> [EvidenceEntry] {
    var entries: [EvidenceEntry] = []
    try forEachEntry { entries.append($0) }
    return entries
  }

  /// Calls `body` with every study, in the order of its name, one at a time.
  package func forEachEntry(_ body: (EvidenceEntry) throws -> Void) throws {
    let decoder = JSONDecoder()
    try database.read { database in
      let rows = try String.fetchCursor(database, sql: "SELECT json FROM entry ORDER BY study")
      while let json = try rows.next() {
        try body(try decoder.decode(EvidenceEntry.self, from: Data(json.utf8)))
      }
    }
  }

  /// One study; nil where it is not there.
  package func entry(_ study: String) throws -> EvidenceEntry? {
    try database.read { database in
      try String.fetchOne(
        database, sql: "SELECT json FROM entry WHERE study = ?", arguments: [study])
    }.map { try JSONDecoder().decode(EvidenceEntry.self, from: Data($0.utf8)) }
  }

  /// The hashes of returns of a study that a newer one took the place of.
  package func superseded(_ study: String) throws -> [String] {
    try database.read { database in
      try String.fetchAll(
        database, sql: "SELECT dataHash FROM superseded WHERE study = ? ORDER BY dataHash",
        arguments: [study])
    }
  }

  /// Keeps a record of policy, or of a way; one of the same id takes its place.
  @discardableResult
  package func add(_ policy: PolicyRecord) throws -> Change {
    try addRecord(policy.id, kind: "policy", json: Self.encode(policy))
  }

  @discardableResult
  package func add(_ pathway: Pathway) throws -> Change {
    try addRecord(pathway.id, kind: "pathway", json: Self.encode(pathway))
  }

  private func addRecord(_ id: String, kind: String, json: String) throws -> Change {
    try database.write { database in
      let existing = try String.fetchOne(
        database, sql: "SELECT json FROM record WHERE kind = ? AND id = ?", arguments: [kind, id])
      guard existing != json else { return .unchanged }
      try database.execute(
        sql: "INSERT OR REPLACE INTO record (kind, id, json) VALUES (?, ?, ?)",
        arguments: [kind, id, json])
      return existing == nil ? .added : .replaced
    }
  }

  /// Every record of policy and of ways, in the order of their ids.
  package func records() throws -> PolicyRecords {
    func all<Record: Decodable>(_ kind: String) throws -> [Record] {
      try database.read { database in
        try String.fetchAll(
          database, sql: "SELECT json FROM record WHERE kind = ? ORDER BY id", arguments: [kind])
      }.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }
    return PolicyRecords(policies: try all("policy"), pathways: try all("pathway"))
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("entries") { database in
      try database.create(table: "entry") { table in
        table.primaryKey("study", .text)
        table.column("dataHash", .text).notNull()
        table.column("json", .text).notNull()
      }
      try database.create(table: "superseded") { table in
        table.column("study", .text).notNull()
        table.column("dataHash", .text).notNull()
        table.column("json", .text).notNull()
        table.primaryKey(["study", "dataHash"])
      }
    }
    migrator.registerMigration("records") { database in
      try database.create(table: "record") { table in
        table.column("kind", .text).notNull()
        table.column("id", .text).notNull()
        table.column("json", .text).notNull()
        table.primaryKey(["kind", "id"])
      }
    }
    return migrator
  }
}
