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
    try database.read { database in
      try String.fetchAll(database, sql: "SELECT json FROM entry ORDER BY study")
    }.map { try JSONDecoder().decode(EvidenceEntry.self, from: Data($0.utf8)) }
  }

  private static func encode(_ entry: EvidenceEntry) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(entry), as: UTF8.self)
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
    return migrator
  }
}
