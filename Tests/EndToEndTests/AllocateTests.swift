import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Testing
import Workbooks

@Suite struct AllocateTests {
  private static let marks =
    "code,before,class,role\n"
    + (1...24).map { number in
      "P\(100 + number),\(number * 37 % 41),5\(number % 2 == 0 ? "A" : "B"),"
        + "\(number <= 12 ? "tutor" : "tutee")\n"
    }.joined()

  /// A workspace with marks, and what came of allocating them.
  private func allocated(
    _ workspace: borrowing Workspace, _ options: String...
  ) throws -> (run: Workspace.Run, workbook: String, record: String) {
    try Data(Self.marks.utf8).write(to: workspace.folder.appending(path: "marks.csv"))
    let run = try workspace.run(
      [
        "allocate", "marks.csv", "--programme", "peer-tutoring-reading", "--school", "S-7",
        "-o", "packs", "--templates", Workspace.templates,
      ] + options)
    let names = try workspace.contents("packs").keys
    return (
      run, "packs/" + (names.first { $0.contains("/S-7_") } ?? ""),
      "packs/S-7/peer-tutoring-reading/allocation.txt"
    )
  }

  @Test func theSameSeedDrawsTheSameAndTheRecordSaysHow() throws {
    let workspace = try Workspace()
    let (run, _, record) = try allocated(workspace, "--seed", "42")
    #expect(run.code == 0, "\(run.messages)")
    let text = String(decoding: try workspace.bytes(record), as: UTF8.self)
    // Fixed for ever: another machine or version must draw the same.
    #expect(text.contains("\nseed: 42\nmethod: blocks-on-score-4\n"))
    #expect(text.contains("\nhash: \(Self.expectedHash)\n"), "\(text)")
    let other = try Workspace()
    let (_, workbook, _) = try allocated(other, "--seed", "42")
    #expect(try workspace.contents("packs") == other.contents("packs"))
    #expect(try other.run("check", workbook, "--templates", Workspace.templates).code == 1)
  }

  private static let expectedHash = "3fbc5fe7869bef25"

  @Test func verifyFindsAChangedArm() throws {
    let workspace = try Workspace()
    let (_, workbook, record) = try allocated(workspace, "--seed", "42", "--design", "pairs")
    let good = try workspace.run(
      "allocate", "--verify", record, workbook, "--templates", Workspace.templates)
    #expect(good.code == 0, "\(good.messages)\(good.output)")
    let text = String(decoding: try workspace.bytes(record), as: UTF8.self)
    let arm = text.contains("P105,intervention") ? "intervention" : "comparison"
    let other = arm == "intervention" ? "comparison" : "intervention"
    try Data(text.replacing("P105,\(arm)", with: "P105,\(other)").utf8)
      .write(to: workspace.folder.appending(path: "changed.txt"))
    let changed = try workspace.run(
      "allocate", "--verify", "changed.txt", "--templates", Workspace.templates)
    #expect(changed.code == 1)
    #expect(changed.output.contains("pupil P105: drawn \(arm), recorded \(other)"))
    let against = try workspace.run(
      "allocate", "--verify", "changed.txt", workbook, "--templates", Workspace.templates)
    #expect(against.code == 1)
    #expect(against.output.contains("pupil P105: recorded \(other), found \(arm)"))
  }

  /// First the marks before in a workbook, then the draw, then the workbook with the groups.
  @Test func theTwoStepsKeepTheWorkbookAndWhatWasTyped() throws {
    let workspace = try Workspace()
    let programme = try readProgramme(
      folder: URL(filePath: Workspace.templates).appending(path: "peer-tutoring-reading"))
    var pupils = IssuedPupil.rows(20)
    for place in pupils.indices {
      pupils[place].values = [
        "class": .text("5A"), "role": .text(place < 10 ? "tutor" : "tutee"),
        "reading.before": .number(Double(place * 7 % 30)),
      ]
    }
    var request = try workbookRequest(programme, pupils: pupils)
    request.answers = ["year-group": .text("Year 5 with Year 3")]
    let first = try writeWorkbook(dataWorkbook(for: request))
    try Data(first).write(to: workspace.folder.appending(path: "returned.xlsx"))
    let run = try workspace.run(
      "allocate", "returned.xlsx", "--seed", "9", "--design", "waitlist", "-o", "packs",
      "--templates", Workspace.templates)
    #expect(run.code == 0, "\(run.messages)")
    let name = try #require(
      try workspace.contents("packs").keys.first { $0.contains("/S-3_") })
    let record = try readReturnedWorkbook(
      readWorkbook(workspace.bytes("packs/\(name)")), programmes: { _ in programme },
      languages: [english()], fileName: "")
    #expect(record.identity.workbook == request.stamp.identity.workbook)
    #expect(record.issuedAllocation?.isWaitlist == true)
    #expect(record.answers["year-group"]?.cell.value == .text("Year 5 with Year 3"))
    #expect(record.pupils.count == 20)
    #expect(record.pupils[3].entries["reading.before"]?.cell.value == .number(21))
    #expect(record.pupils.count { $0.entries["group"]?.cell.value == .text("Tutored") } == 10)
  }

  @Test func whatTheSchoolChoseIsKept() throws {
    let workspace = try Workspace()
    let rows = (1...12).map { "P\($0 + 10),tutor,\($0 < 5 ? "Tutored" : "comparison")\n" }
    try Data(("code,role,arm\n" + rows.joined()).utf8)
      .write(to: workspace.folder.appending(path: "chosen.csv"))
    let run = try workspace.run(
      "allocate", "chosen.csv", "--programme", "peer-tutoring-reading", "--school", "S-8",
      "--design", "given", "-o", "packs", "--templates", Workspace.templates)
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.messages.contains("S-8: 4 of 12 pupils take part; given-by-school"))
  }

  @Test func whatIsWrongHasItsPlaceAndNoName() throws {
    let workspace = try Workspace()
    try Data("code,before,role\nP1,abc,tutor\nAnna Smith,3,tutor\nP3,4,boss\n".utf8)
      .write(to: workspace.folder.appending(path: "marks.csv"))
    let run = try workspace.run(
      "allocate", "marks.csv", "--programme", "peer-tutoring-reading", "--school", "S-7",
      "--seed", "1", "--templates", Workspace.templates)
    #expect(run.code == 2)
    for place in ["marks.csv:2:2: ", "marks.csv:3:1: ", "marks.csv:4:3: "] {
      #expect(run.messages.contains(place), "\(run.messages)")
    }
    #expect(!run.messages.contains("Anna"))
    let unseeded = try workspace.run(
      "allocate", "marks.csv", "--programme", "peer-tutoring-reading", "--school", "S-7",
      "--templates", Workspace.templates)
    #expect(unseeded.code == 2 && unseeded.messages.contains("--seed"))
  }

  private func workbookRequest(
    _ programme: Programme, pupils: [IssuedPupil]
  ) throws -> WorkbookRequest {
    WorkbookRequest(
      programme: programme, texts: try english(), school: "S-3", wave: "2026-1",
      design: .randomised, pupils: pupils,
      seed: 5, toolVersion: "test", created: ExcelDate(year: 2026, month: 1, day: 1))
  }

  private func english() throws -> WorkbookTexts {
    let table = try readStringTable(
      URL(filePath: Workspace.templates).appending(path: stringTableName))
    return try #require(workbookLanguages(table).first)
  }
}
