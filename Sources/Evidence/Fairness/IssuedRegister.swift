package import Cells
import SwiftCSV

/// A workbook that was sent out, as the register of the packs names it.
package struct IssuedWorkbook: Sendable, Hashable {
  package var school: String
  package var programme: String
  package var wave: String
  package var workbook: String?
  package var country: String?

  package init(
    school: String, programme: String, wave: String, workbook: String? = nil,
    country: String? = nil
  ) {
    self.school = school
    self.programme = programme
    self.wave = wave
    self.workbook = workbook
    self.country = country
  }

  /// `S-014/peer-tutoring-reading/2026-1`.
  package var study: String { "\(school)/\(programme)/\(wave)" }
}

/// What is wrong with a register, all of it.
package struct IssuedRegisterError: Error, Sendable, Hashable {
  package let faults: [String]
}

/// Reads `issued.csv`, one workbook a row: `school, programme, wave`, and if they like `workbook`
/// and `country`; every other column is passed over.
///
/// - Throws: Every fault, with its line.
package func readIssuedRegister(
  _ register: DelimitedText, name: String
) throws(IssuedRegisterError) -> [IssuedWorkbook] {
  let read = try? CSV<Named>(
    string: register.text, delimiter: .character(register.separator), loadColumns: false)
  guard let table = read else {
    throw IssuedRegisterError(
      faults: ["\(name): this is not a table of values with commas or semicolons."])
  }
  let needed = ["school", "programme", "wave"]
  let missing = needed.filter { !table.header.contains($0) }
  guard missing.isEmpty else {
    throw IssuedRegisterError(faults: missing.map { "\(name): there is no column \($0)." })
  }
  var faults: [String] = []
  var issued: [IssuedWorkbook] = []
  for (index, row) in table.rows.enumerated() {
    guard row.values.contains(where: { !$0.isEmpty }) else { continue }
    for column in needed where (row[column] ?? "").isEmpty {
      faults.append("\(name), line \(index + 2): there is no \(column).")
    }
    func optional(_ column: String) -> String? {
      row[column].flatMap { $0.isEmpty ? nil : $0 }
    }
    issued.append(
      IssuedWorkbook(
        school: row["school"] ?? "", programme: row["programme"] ?? "", wave: row["wave"] ?? "",
        workbook: optional("workbook"), country: optional("country")))
  }
  guard faults.isEmpty else { throw IssuedRegisterError(faults: faults) }
  return issued
}
