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

  /// The same with a question that tells two kinds of pupil apart.
  static let withKinds: Programme = {
    var programme = Self.programme
    programme.pupilFields = [
      Field(
        id: "sex", label: "Sex",
        kind: .choice([Choice(code: "F", label: "Girl"), Choice(code: "M", label: "Boy")]))
    ]
    return programme
  }()

  static func data(
    _ pupils: [Pupil], design: StudyDesign = .randomised, assignment: AssignmentMethod = .random,
    programme: Programme = programme, answers: [String: Answer] = [:], country: String? = nil,
    isWaitlist: Bool = false
  ) -> StudyData {
    StudyData(
      identity: StudyIdentity(
        school: "S-001", programme: "example", wave: "2026-1", workbook: "0000-0000",
        country: country),
      programme: programme, design: design, assignment: assignment, pupils: pupils,
      answers: answers, isWaitlist: isWaitlist)
  }

  static func pupil(
    _ code: String, _ arm: Arm, _ before: Double?, _ after: Double?, role: Role? = nil,
    group: String? = nil, className: String? = nil, pair: String? = nil, block: String? = nil,
    reason: String? = nil, sessions: Double? = nil, sex: String? = nil
  ) -> Pupil {
    Pupil(
      code: code, arm: arm, role: role, className: className, teachingGroup: group, pair: pair,
      block: block, scores: ["reading": Scores(before: before, after: after)],
      missingReason: reason, sessions: sessions, traits: sex.map { ["sex": $0] } ?? [:])
  }

  /// Forty-eight pupils whose marks follow from their numbers, with everything a design may need:
  /// eight classes, pairs of two, three blocks, nine teaching groups, two kinds.
  static func school(
    shift: Double = 0, scale: Double = 1, swapped: Bool = false, design: StudyDesign
  ) -> [Pupil] {
    (0..<48).map { index in
      let classNumber = index / 6
      let isFirst = design == .cluster ? classNumber % 2 == 0 : index % 2 == 0
      let before = Double((index * 7) % 23) + 5
      let level = design == .cluster ? Double((classNumber * 5) % 7) / 2 : 0
      let after = before * 0.7 + Double((index * 5) % 11) + level + (isFirst ? 2.5 : 0)
      return pupil(
        "P\(100 + index)", isFirst != swapped ? .intervention : .comparison,
        before * scale + shift, after * scale + shift,
        group: design == .partiallyNested && isFirst ? "G\(index % 18 / 2)" : nil,
        className: "C\(classNumber)", pair: design == .pairs ? "M\(index / 2)" : nil,
        block: design == .randomised ? "B\(index % 6 / 2)" : nil,
        sessions: isFirst ? Double(10 + index % 12) : 0, sex: index % 4 < 2 ? "F" : "M")
    }
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
        className: row["class"].flatMap { $0.isEmpty ? nil : $0 },
        pair: row["pair"].flatMap { $0.isEmpty ? nil : $0 },
        scores: [
          "reading": Scores(
            before: row["pre"].flatMap(Double.init), after: row["post"].flatMap(Double.init))
        ])
    }
  }
}
