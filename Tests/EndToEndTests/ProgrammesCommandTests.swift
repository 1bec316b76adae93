import Analysis
import Foundation
import Programmes
import TestSupport
import Testing

@Suite struct ProgrammesCommandTests {
  @Test(arguments: ProgrammeTemplates.ids)
  func aProgrammeAsAWorkbookGivesTheSamePacks(id: String) throws {
    let workspace = try Workspace()
    let export = try workspace.run(
      "programmes", "export", id, "-o", "mine.xlsx", "--templates", Workspace.templates)
    #expect(export.code == 0, "\(export.messages)")
    for (source, output) in [(id, "one"), ("mine.xlsx", "two")] {
      let run = try workspace.run(
        "template", source, "--school", "S-014", "-o", output, "--quiet", "--templates",
        Workspace.templates)
      #expect(run.code == 0, "\(run.messages)")
    }
    #expect(try workspace.contents("one") == workspace.contents("two"))
    let again = try workspace.run(
      "programmes", "export", id, "-o", "mine.xlsx", "--templates", Workspace.templates)
    #expect(again.code == 2, "a workbook that is there is not overwritten")
  }

  @Test func aWorkbookInTheFolderOfProgrammesIsFoundWhenFilesComeBack() throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(
      at: workspace.folder.appending(path: "mine"), withIntermediateDirectories: true)
    _ = try workspace.run(
      "programmes", "export", "ta-reading-fluency", "-o", "mine/fluency.xlsx", "--templates",
      Workspace.templates)
    try Data("open".utf8).write(to: workspace.folder.appending(path: "mine/~$fluency.xlsx"))
    let list = try workspace.run("programmes", "--templates", "mine")
    #expect(list.output.hasPrefix("ta-reading-fluency  "), "\(list.messages)")
    _ = try workspace.run(
      "template", "mine/fluency.xlsx", "--school", "S-1", "-o", "packs", "--quiet")
    let workbook = try #require(
      try workspace.contents("packs").keys.first { $0.contains("/S-1_") })
    let check = try workspace.run(
      "check", "packs/\(workbook)", "--templates", "mine", "--json", "--quiet")
    #expect(try Document(check.output)["files"][0]["study"].text == "S-1/ta-reading-fluency/2026-1")
  }

  @Test func aNewProgrammeIsRightAndItsFaultsAreAllSaid() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("programmes", "new", "paired-writing", "-o", "mine").code == 0)
    let good = try workspace.run("programmes", "check", "mine/paired-writing")
    #expect(good.code == 0 && good.output == "paired-writing: nothing is wrong\n")
    let file = workspace.folder.appending(path: "mine/paired-writing/programme.yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
      .replacing("phase: primary", with: "phase: infant")
      .replacing("kind: date,", with: "kind: dates,")
    try Data(yaml.utf8).write(to: file)
    let bad = try workspace.run("programmes", "check", "mine/paired-writing")
    #expect(bad.code == 1)
    #expect(bad.messages.contains("programme.yaml:7:8: \"infant\" is not a phase"))
    #expect(bad.messages.contains("did you mean \"date\"?"))
    #expect(bad.messages.split(separator: "programme.yaml:").count > 3)
  }

  /// A trainer who begins one programme keeps those that come with the program.
  @Test func aTrainersOwnFolderStandsBesideThatOfTheProgram() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("programmes", "new", "my-prog").code == 0)
    #expect(try workspace.run("programmes", "new", "peer-tutoring-reading").code == 0)
    let list = try workspace.run("programmes").output
    for id in ProgrammeTemplates.ids + ["my-prog"] {
      #expect(list.split(separator: "\n").count { $0.hasPrefix("\(id)  ") } == 1, "\(list)")
    }
    #expect(!list.contains("peer-tutoring-reading  Peer tutoring in reading"), "\(list)")
    for id in ["my-prog", "ta-reading-fluency"] {
      let check = try workspace.run("programmes", "check", id)
      #expect(check.output == "\(id): nothing is wrong\n", "\(check.messages)")
      let pack = try workspace.run("template", id, "--school", "S-1", "-o", "packs", "--quiet")
      #expect(pack.code == 0, "\(pack.messages)")
    }
    let unknown = try workspace.run("programmes", "check", "fractions")
    #expect(unknown.code == 2)
    #expect(unknown.messages.contains("there is no programme fractions. There are: my-prog, peer-"))
  }

  @Test func theTablesOfMonthsAreThoseThatTheAnalysisHas() {
    #expect(MonthsTableName.allCases.map(\.rawValue) == MonthsTable.all.map(\.name))
  }

  @Test func aProgrammeIsShown() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "programmes", "show", "peer-tutoring-reading", "--templates", Workspace.templates)
    #expect(run.output.contains("30 of 25 minutes over 10 weeks; 24 count"))
    #expect(run.output.contains("tacit-advice: What would you tell the next school?"))
  }
}
