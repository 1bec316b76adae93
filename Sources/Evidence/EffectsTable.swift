package import Cells
import StudyModel
import SwiftCSV

/// Effects that someone else computed.
package struct EffectsTable: Sendable, Hashable {
  package var studies: [PooledStudy]
  /// The names of its columns that are moderators, whether any study says them or not.
  package var moderators: [String]
}

/// Reads effects that someone else computed, one row each.
///
/// Columns: `study, estimate`, and `variance`, `se`, or `ci_low` and `ci_high`; if they like `date`,
/// `country`, `phase`, `area`, `programme`, `pupils`; every other column is a moderator. An interval
/// is taken for a 95 % one, of the normal distribution, and so has to lie around its estimate.
///
/// The table has a header line; the name is the file's, for the faults.
/// - Throws: Every fault, with its line and column.
package func readEffects(
  _ table: DelimitedText, name: String
) throws(EffectsTableError) -> EffectsTable {
  let rows: [[String: String]]
  let header: [String]
  do {
    let read = try CSV<Named>(
      string: table.text, delimiter: .character(table.separator), loadColumns: false)
    header = read.header.map(standardName)
    rows = read.rows.map { row in
      Dictionary(row.map { (standardName($0), $1) }) { first, _ in first }
    }
  } catch {
    throw EffectsTableError(faults: [
      "\(name): this is not a table of values with commas or semicolons."
    ])
  }
  var faults = columnFaults(in: header).map { "\(name): \($0)" }
  var studies: [PooledStudy] = []
  guard faults.isEmpty else { throw EffectsTableError(faults: faults) }
  for (index, row) in rows.enumerated() {
    guard row.values.contains(where: { !$0.isEmpty }) else { continue }
    do {
      studies.append(try study(row, of: table, header: header))
    } catch {
      faults.append("\(name), line \(index + 2): \(error.message)")
    }
  }
  for repeated in repeatedNames(studies.map(\.id)) {
    faults.append("\(name): the study \(repeated) comes more than once.")
  }
  guard faults.isEmpty else { throw EffectsTableError(faults: faults) }
  return EffectsTable(studies: studies, moderators: moderators(in: header))
}

/// What is wrong with a table of effects, all of it.
package struct EffectsTableError: Error, Sendable, Hashable {
  package let faults: [String]
}

/// What is wrong with one line.
struct EffectsRowFault: Error {
  let message: String
}

/// Our name for a column that other programs call something else.
private func standardName(_ column: String) -> String {
  ["slab": "study", "yi": "estimate", "vi": "variance", "sei": "se"][column] ?? column
}

private let known: Set<String> = [
  "study", "estimate", "variance", "se", "ci_low", "ci_high", "effect", "date", "country",
  "phase", "area", "programme", "pupils",
]

private func moderators(in header: [String]) -> [String] {
  header.filter { !known.contains($0) && !$0.isEmpty }
}

private func columnFaults(in header: [String]) -> [String] {
  var faults = ["study", "estimate"].filter { !header.contains($0) }
    .map { "there is no column \($0)." }
  let hasSpread =
    header.contains("variance") || header.contains("se")
    || (header.contains("ci_low") && header.contains("ci_high"))
  faults += repeatedNames(header).filter { !$0.isEmpty }
    .map { "the column \($0) comes more than once." }
  if !hasSpread {
    faults.append("there is no column variance, nor se, nor ci_low and ci_high.")
  }
  return faults
}

private func study(
  _ row: [String: String], of table: DelimitedText, header: [String]
) throws(EffectsRowFault) -> PooledStudy {
  func text(_ column: String) -> String? {
    row[column].flatMap { $0.isEmpty ? nil : $0 }
  }
  /// The same of columns where `NA` cannot be a word of its own, as it is among countries.
  func entry(_ column: String) -> String? {
    text(column).flatMap { $0 == DelimitedText.notAvailable ? nil : $0 }
  }
  guard let id = text("study") else { throw EffectsRowFault(message: "the study has no name.") }
  guard let estimate = try numberUnder("estimate", in: row, of: table) else {
    throw EffectsRowFault(message: "there is no estimate.")
  }
  let moderators = moderators(in: header)
  var study = PooledStudy(
    id: text("effect").map { "\(id)/\($0)" } ?? id, date: try date(entry("date")),
    estimate: estimate, variance: try variance(of: estimate, in: row, of: table),
    pupils: try pupils(numberUnder("pupils", in: row, of: table)),
    country: text("country"), phase: entry("phase"), programme: entry("programme"),
    area: try area(entry("area")),
    moderators: Dictionary(moderators.compactMap { name in entry(name).map { (name, $0) } }) {
      first, _ in first
    })
  study.isFromElsewhere = true
  return study
}

/// Studies are put in the order of their dates, as text: a day in another form would be out of it.
private func date(_ text: String?) throws(EffectsRowFault) -> String? {
  guard let text else { return nil }
  guard text.wholeMatch(of: /[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/) != nil
  else {
    throw EffectsRowFault(message: "date is not like 2026-07-10, 2026-07 or 2026: \(text)")
  }
  return text
}

private func pupils(_ number: Double?) throws(EffectsRowFault) -> Int? {
  guard let number else { return nil }
  guard let count = Int(exactly: number), count >= 0 else {
    throw EffectsRowFault(message: "pupils is not a whole number: \(number)")
  }
  return count
}

private func area(_ text: String?) throws(EffectsRowFault) -> Area? {
  guard let text else { return nil }
  guard let area = Area(rawValue: text) else {
    let areas = Area.allCases.map(\.rawValue).joined(separator: ", ")
    throw EffectsRowFault(message: "area is none of \(areas): \(text)")
  }
  return area
}

private func repeatedNames(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { !seen.insert($0).inserted }
}
