import Foundation
import Programmes
import StudyModel

/// The schools for which packs are made at once, from a CSV file or a workbook.
enum SchoolsTable {
  static let columns = [
    "school", "country", "wave", "design", "pupils", "email", "return-by", "seed",
  ]

  /// One request for each row; a column that is absent or empty leaves what the call says.
  ///
  /// - Throws: `UsageFailure` with every fault and its line or cell.
  static func requests(at path: String, common: PackRequest) throws -> [PackRequest] {
    let table = try InputTable(path: path, known: columns, needed: ["school"])
    var faults = table.faults
    var seen: [String: DefinitionPlace] = [:]
    let requests = table.rows.compactMap { row -> PackRequest? in
      let count = faults.count
      let request = request(row, common, &faults)
      guard faults.count == count else { return nil }
      // Schools whose codes differ only in capitals would write into the same folder on some disks.
      let name = "\(request.school) \(request.wave)".lowercased()
      if let earlier = seen.updateValue(row.place, forKey: name) {
        faults.append(
          row.fault(
            "the school \(request.school) is there already, in \(earlier.wordsOfRow)", at: "school",
            suggestion: "give each school one row"))
      }
      return request
    }
    guard faults.isEmpty else { throw UsageFailure(faults) }
    guard !requests.isEmpty else { throw UsageFailure(message: "\(table.file) names no school") }
    return requests
  }

  private static func request(
    _ row: InputTable.Row, _ common: PackRequest, _ faults: inout [ProgrammeFault]
  ) -> PackRequest {
    var request = common
    func read(_ column: String, _ take: (String) throws -> Void) {
      guard let text = row[column] else { return }
      do {
        try take(text)
      } catch {
        let message = (error as? UsageFailure)?.message ?? "\(error)"
        faults.append(row.fault(message, at: column))
      }
    }
    if row["school"] == nil { faults.append(row.fault("the row has no school", at: "school")) }
    read("school") { request.school = try PackRequest.code($0, "the school's code") }
    read("country") { request.country = try PackRequest.country($0.uppercased()) }
    read("wave") { request.wave = try PackRequest.wave($0) }
    read("design") { request.design = try Template.design($0.lowercased()) }
    read("pupils") { request.pupils = try PackRequest.pupilCount($0) }
    read("email") { request.recipients = try MailAddress.list($0) }
    read("return-by") { request.returnBy = try Template.day($0) }
    read("seed") { text in
      guard let seed = UInt64(text) else {
        throw UsageFailure(message: "the seed \(text) is not a whole number")
      }
      request.seed = seed
    }
    return request
  }
}

extension DefinitionPlace {
  /// The line or the row, in a sentence.
  var wordsOfRow: String { sheet == nil ? "line \(line)" : "row \(line)" }
}
