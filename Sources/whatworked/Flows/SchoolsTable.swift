import Foundation
import SwiftCSV

/// The schools for which packs are made at once, from a table.
enum SchoolsTable {
  /// One request for each row; a column that is absent or empty leaves what the call says.
  ///
  /// - Throws: `UsageFailure` with the line that is wrong.
  static func requests(at path: String, common: PackRequest) throws -> [PackRequest] {
    guard let data = FileManager.default.contents(atPath: path),
      let table = try? CSV<Named>(
        string: String(decoding: data, as: UTF8.self), delimiter: .comma, loadColumns: false)
    else { throw UsageFailure(message: "\(path) could not be read as a table") }
    guard table.header.contains("school") else {
      throw UsageFailure(message: "\(path) has no column school")
    }
    return try table.rows.enumerated().compactMap { index, row in
      guard let school = row["school"], !school.isEmpty else { return nil }
      var request = common
      request.school = school
      if let country = row["country"], !country.isEmpty { request.country = country }
      if let design = row["design"], !design.isEmpty {
        request.design = try Template.design(design)
      }
      if let pupils = row["pupils"], !pupils.isEmpty {
        guard let number = Int(pupils) else {
          throw UsageFailure(message: "\(path), line \(index + 2): \(pupils) is not a number")
        }
        request.pupils = number
      }
      return request
    }
  }
}
