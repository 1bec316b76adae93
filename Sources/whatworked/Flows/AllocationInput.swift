import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Workbooks

/// The pupils of one school who are to be allocated, and what else came with them.
struct AllocationInput {
  var candidates: [Candidate]
  /// The workbook that came back with the marks before; nil where they came as a table.
  var record: StudyRecord?
}

extension AllocationInput {
  /// Reads marks before, classes and roles from a data workbook that came back.
  ///
  /// - Throws: `UsageFailure` with every cell that cannot be understood.
  init(record: StudyRecord, file: String) throws {
    var faults: [ProgrammeFault] = []
    let programme = record.programme
    let outcome = programme.outcomes.first
    candidates = record.pupils.compactMap { row in
      let entries = row.entries.filter { $0.key != WellKnownField.pupil }
      guard !entries.isEmpty else { return nil }
      func fault(_ message: String, _ field: String) {
        let address = row.addresses[field] ?? row.addresses[WellKnownField.pupil]
        let place = DefinitionPlace(
          sheet: address?.sheet ?? "Pupils", line: row.row, column: address?.reference.column ?? 1)
        faults.append(ProgrammeFault(file: file, place: place, message: message))
      }
      func text(_ field: String) -> String? { row.entries[field].flatMap { shownText($0.cell) } }
      guard let code = text(WellKnownField.pupil) else {
        fault("the row has no pupil code", WellKnownField.pupil)
        return nil
      }
      var candidate = Candidate(code: code, className: text(WellKnownField.className))
      if let outcome, let written = text(WellKnownField.before(outcome)) {
        candidate.score = Double(written.replacing(",", with: "."))
        if candidate.score.map(outcome.bounds.contains) != true {
          fault(
            "the mark before is not a number from \(plain(outcome.minimum)) to "
              + plain(outcome.maximum), WellKnownField.before(outcome))
        }
      }
      if let written = text(WellKnownField.role) {
        candidate.role = programme.roles.first { isSame($0.label, written) || $0.code == written }
          .flatMap { Role(rawValue: $0.code) }
        if candidate.role == nil { fault("the role is not in the list", WellKnownField.role) }
      }
      if let written = text(WellKnownField.group) {
        candidate.arm = programme.words.arm(named: written)
        if candidate.arm == nil { fault("the group is not in the list", WellKnownField.group) }
      }
      if candidate.role == nil, !programme.roles.isEmpty, text(WellKnownField.role) == nil {
        fault("the pupil has no role, and each role is drawn by itself", WellKnownField.role)
      }
      return candidate
    }
    guard faults.isEmpty else { throw UsageFailure(faults) }
    self.record = record
  }

  /// Reads a table with the columns code, before, class and, if you like, role and arm.
  ///
  /// - Throws: `UsageFailure` with every fault and its line or cell.
  init(table path: String, programme: Programme) throws {
    let table = try InputTable(
      path: path, known: ["code", "before", "class", "role", "arm"], needed: ["code"])
    var faults = table.faults
    candidates = table.rows.map { row in
      let code = row["code"] ?? ""
      // The words of the cell are not repeated: it may hold a name.
      if !(1...20).contains(code.count)
        || !code.allSatisfy({
          $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
        })
      {
        faults.append(
          row.fault(
            "a code may hold letters, digits, -, . and _ only, 1 to 20", at: "code",
            suggestion: "give each pupil a code such as P001; never a name"))
      }
      var candidate = Candidate(code: code, className: row["class"])
      if let written = row["before"] {
        candidate.score = Double(written.replacing(",", with: "."))
        let bounds = programme.outcomes.first?.bounds ?? -1e9...1e9
        if candidate.score.map(bounds.contains) != true {
          faults.append(
            row.fault(
              "the mark before is not a number from \(plain(bounds.lowerBound)) to "
                + plain(bounds.upperBound), at: "before"))
        }
      }
      if let written = row["role"] {
        candidate.role = programme.roles.first { isSame($0.label, written) || $0.code == written }
          .flatMap { Role(rawValue: $0.code) }
        if candidate.role == nil {
          let roles = programme.roles.map(\.code).joined(separator: ", ")
          faults.append(
            row.fault(
              "there is no such role",
              at: "role",
              suggestion: roles.isEmpty ? "the programme has no roles" : "use one of: \(roles)"))
        }
      } else if !programme.roles.isEmpty {
        faults.append(
          row.fault("the pupil has no role, and each role is drawn by itself", at: "role"))
      }
      if let written = row["arm"] {
        candidate.arm = programme.words.arm(named: written)
        if candidate.arm == nil {
          faults.append(
            row.fault(
              "there is no such arm", at: "arm", suggestion: "write intervention or comparison"))
        }
      }
      return candidate
    }
    guard faults.isEmpty else { throw UsageFailure(faults) }
  }

  /// The rows of the next workbook: what was typed is kept, and the arms are filled in.
  func issuedPupils(for allocation: Allocation, in programme: Programme) -> [IssuedPupil] {
    let drawn = IssuedPupil.rows(for: allocation, of: candidates, in: programme)
    guard let record else { return drawn }
    let fields = Dictionary(
      programme.pupilFields.map { ($0.id, $0.kind) }
        + [(WellKnownField.missingReason, .choice(programme.missingReasons))],
      uniquingKeysWith: { first, _ in first })
    let typed = Dictionary(
      record.pupils.map { row in
        (row.entries[WellKnownField.pupil].flatMap { shownText($0.cell) } ?? "", row.entries)
      }, uniquingKeysWith: { first, _ in first })
    return drawn.map { pupil in
      var pupil = pupil
      for (field, entry) in typed[pupil.code] ?? [:]
      where pupil.values[field] == nil && field != WellKnownField.pupil {
        pupil.values[field] = issued(entry.cell.value, fields[field])
      }
      return pupil
    }
  }

  /// The answers that the workbook came back with, for the next one.
  func issuedAnswers(in programme: Programme) -> [String: CellValue] {
    let fields = Dictionary(
      (programme.schoolQuestions + programme.implementationQuestions).map { ($0.id, $0.kind) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(
      uniqueKeysWithValues: (record?.answers ?? [:]).map { id, entry in
        (id, issued(entry.cell.value, fields[id]))
      })
  }

  /// A choice by its code, which the next workbook shows in its own language.
  private func issued(_ value: CellValue, _ kind: FieldKind?) -> CellValue {
    guard case .choice(let choices) = kind, case .text(let text) = value,
      let choice = choices.first(where: { isSame($0.label, text) })
    else { return value }
    return .text(choice.code)
  }
}

extension ProgrammeWords {
  /// The arm that a school calls by its label, or data by its name.
  func arm(named text: String) -> Arm? {
    if let arm = Arm(rawValue: text.lowercased()) { return arm }
    if isSame(text, intervention) { return .intervention }
    return isSame(text, comparison) ? .comparison : nil
  }
}

private func isSame(_ one: String, _ other: String) -> Bool {
  one.lowercased().trimmingCharacters(in: .whitespaces)
    == other.lowercased().trimmingCharacters(in: .whitespaces)
}

/// What a cell shows; nil where it is empty.
func shownText(_ cell: Cell) -> String? {
  switch cell.value {
  case .text(let text):
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  case .number(let number): return plain(number)
  case .boolean(let truth): return truth ? "TRUE" : "FALSE"
  case .empty, .error: return nil
  }
}
