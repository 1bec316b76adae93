import Cells
import Foundation
import StudyModel
import SwiftCSV

/// What a table of pupils does not say of itself.
struct PupilsSettings {
  var design: StudyDesign
  /// The column that names the blocks within which pupils were allocated.
  var blocks: String?
  /// The highest mark of the test; the highest in the table where nobody says.
  var maximum: Double?
  /// The fewest sessions that count as having taken part.
  var compliance: Int
}

/// The pupils that someone holds as a table of comma-separated values, as if a workbook had said it.
///
/// So that the same rules judge it, and the cells of their findings are those of the table.
struct PupilsTable {
  private let name: String
  private let given: DelimitedText
  private let header: [String]
  private let rows: [[String: String]]
  private let settings: PupilsSettings

  /// - Throws: `UsageFailure` where it is no such table.
  init(path: String, settings: PupilsSettings) throws {
    given = try readTable(at: path)
    let read = try? CSV<Named>(
      string: given.text, delimiter: .character(given.separator), loadColumns: false)
    guard let table = read else {
      throw UsageFailure(message: "\(path) is not a table of values with commas or semicolons")
    }
    name = URL(filePath: path).deletingPathExtension().lastPathComponent
    rows = table.rows
    self.settings = settings
    // A column in which nothing is written says no more than one that is absent.
    let always: Set = ["pupil", "group", "pre", "post"]
    header = table.header.filter { heading in
      always.contains(heading) || table.rows.contains { !($0[heading] ?? "").isEmpty }
    }
    var needed = ["pupil", "pre", "post"]
    if settings.design != .single { needed.append("group") }
    if settings.design == .pairs { needed.append("pair") }
    if settings.design == .cluster { needed.append("class") }
    if let blocks = settings.blocks { needed.append(blocks) }
    let missing = needed.filter { !header.contains($0) }
    guard missing.isEmpty else {
      throw UsageFailure(message: "\(path) has no column \(missing.joined(separator: ", "))")
    }
    // Which of two columns `pre` is meant, nobody can tell.
    if let twice = header.first(where: { heading in header.count { $0 == heading } > 1 }) {
      throw UsageFailure(message: "\(path) has more than one column \(twice)")
    }
  }

  /// The columns that are not understood, and not used.
  var unknownColumns: [String] {
    header.filter { !Self.known.contains($0) && $0 != settings.blocks }
  }

  private static let known: Set<String> = [
    "pupil", "class", "pair", "group", "role", "sex", "fsm", "send", "pre", "post", "sessions",
  ]

  /// The columns that tell kinds of pupil apart.
  private static let kinds = ["sex", "fsm", "send"]

  /// Whether tutors and tutees can be told apart.
  var hasRoles: Bool { header.contains("role") }

  /// What the table says; `roles` tells tutors and tutees apart.
  func record(roles: Bool) -> StudyRecord {
    var record = StudyRecord(
      identity: StudyIdentity(school: name, programme: "pupils", wave: "1", workbook: name),
      programme: programme(roles: roles), design: settings.design)
    record.issuedAllocation = allocation
    for (column, heading) in header.enumerated() {
      if let field = field(of: heading), roles || field != WellKnownField.role {
        record.pupilColumns[field] = address(row: 1, column: column)
      }
    }
    record.pupils = rows.enumerated().map { index, row in
      pupil(row, row: index + 2, roles: roles)
    }
    return record
  }

  private func pupil(_ values: [String: String], row: Int, roles: Bool) -> PupilRow {
    var pupil = PupilRow(row: row, entries: [:], addresses: [:])
    for (column, heading) in header.enumerated() {
      guard let field = field(of: heading), roles || field != WellKnownField.role
      else { continue }
      let address = address(row: row, column: column)
      pupil.addresses[field] = address
      if let text = values[heading], !text.isEmpty {
        pupil.entries[field] = Entry(address: address, cell: Cell(value(text, of: field)))
      }
    }
    return pupil
  }

  /// A mark is a number however many digits it has; a code such as 007 is a text.
  private func value(_ text: String, of field: String) -> CellValue {
    let isNumber = field.hasPrefix("\(Self.outcome).") || field == WellKnownField.sessions
    if isNumber, text == DelimitedText.notAvailable { return .empty }
    if isNumber, let number = given.number(text) { return .number(number) }
    return .text(text)
  }

  private func address(row: Int, column: Int) -> CellAddress {
    CellAddress(sheet: name, reference: CellReference(row: row, column: column + 1))
  }

  private func field(of heading: String) -> String? {
    switch heading {
    case "pupil": WellKnownField.pupil
    case "group": WellKnownField.group
    case "role": WellKnownField.role
    // Who is taught in groups has the group where others have a class.
    case "class":
      settings.design == .partiallyNested
        ? WellKnownField.teachingGroup : WellKnownField.className
    case "pair": WellKnownField.pair
    case "sessions": WellKnownField.sessions
    case "pre": "\(Self.outcome).before"
    case "post": "\(Self.outcome).after"
    default: Self.kinds.contains(heading) ? heading : nil
    }
  }

  private static let outcome = "outcome"

  /// Pupils were drawn within the blocks that the call names.
  private var allocation: IssuedAllocation? {
    guard let blocks = settings.blocks else { return nil }
    var places: [String: IssuedPlace] = [:]
    for row in rows {
      guard let code = row["pupil"], let block = row[blocks], !block.isEmpty else { continue }
      places[code] = IssuedPlace(
        arm: row["group"] == Arm.intervention.rawValue ? .intervention : .comparison,
        block: block)
    }
    return IssuedAllocation(
      method: "blocks-\(blocks)", seed: 0, isWaitlist: false, hash: "", places: places)
  }

  private func programme(roles: Bool) -> Programme {
    let marks = rows.flatMap { row in ["pre", "post"].compactMap { row[$0].flatMap(given.number) } }
    let sessions = rows.compactMap { $0["sessions"].flatMap(given.number) }.max() ?? 0
    return Programme(
      id: "pupils", version: "1", title: "Pupils of \(name)", strategy: "other", phase: "other",
      area: .efficacy,
      words: ProgrammeWords(
        intervention: "intervention", comparison: "control",
        interventionPupils: "Pupils with the programme", comparisonPupils: "Control pupils",
        activity: "The programme"),
      designs: [settings.design],
      roles: roles
        ? [Choice(code: "tutor", label: "Tutor"), Choice(code: "tutee", label: "Tutee")] : [],
      outcomes: [
        Outcome(
          id: Self.outcome, label: "the outcome", test: name, minimum: min(0, marks.min() ?? 0),
          maximum: settings.maximum ?? max(1, marks.max() ?? 1))
      ],
      pupilFields: Self.kinds.filter(header.contains).map(kind),
      dose: Dose(
        sessionsPlanned: Int(exactly: sessions.rounded(.up)) ?? 0, minutes: 0, weeks: 0,
        complianceThreshold: settings.compliance),
      monthsTable: "eef-2026")
  }

  private func kind(_ column: String) -> Field {
    let values = Set(rows.compactMap { $0[column] }.filter { !$0.isEmpty }).sorted()
    return Field(
      id: column, label: column,
      kind: .choice(values.map { Choice(code: $0, label: $0) }))
  }
}
