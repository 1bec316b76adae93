import Foundation
import StudyModel
import TestSupport

@testable import Validation

/// Studies for tests, from tables.
enum ExampleStudy {
  static let programme = Programme(
    id: "example", version: "1", title: "Example", strategy: "peer-tutoring", phase: "primary",
    area: .efficacy,
    words: ProgrammeWords(
      intervention: "Tutored", comparison: "Comparison", interventionPupils: "Tutored pupils",
      comparisonPupils: "Comparison pupils", activity: "Tutoring"),
    designs: [.randomised],
    outcomes: [Outcome(id: "reading", label: "reading", test: "Test", maximum: 40)],
    missingReasons: [Choice(code: "absent", label: "Absent")],
    dose: Dose(sessionsPlanned: 20, minutes: 20, weeks: 10, complianceThreshold: 16),
    monthsTable: "eef-2026")

  static func data(
    _ pupils: [Pupil], design: StudyDesign = .randomised, assignment: AssignmentMethod = .random
  ) -> StudyData {
    StudyData(
      identity: StudyIdentity(
        school: "S-001", programme: "example", wave: "2026-1", workbook: "0000-0000"),
      programme: programme, design: design, assignment: assignment, pupils: pupils, answers: [:])
  }

  static func pupil(
    _ code: String, _ arm: Arm, _ before: Double?, _ after: Double?, role: Role? = nil,
    group: String? = nil, reason: String? = nil
  ) -> Pupil {
    Pupil(
      code: code, arm: arm, role: role, teachingGroup: group,
      scores: ["reading": Scores(before: before, after: after)], missingReason: reason)
  }

  /// The pupils of a table of the reference folder.
  static func reference(_ name: String) throws -> [Pupil] {
    let text = String(
      decoding: try SharedFolder.data("reference/pupil/\(name).csv"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
      return Pupil(
        code: row["pupil"] ?? "", arm: row["group"] == "intervention" ? .intervention : .comparison,
        pair: row["pair"].flatMap { $0.isEmpty ? nil : $0 },
        scores: [
          "reading": Scores(
            before: row["pre"].flatMap(Double.init), after: row["post"].flatMap(Double.init))
        ])
    }
  }
}
