import Foundation
import Testing

@Suite struct TemplateTests {
  @Test func theSameCallGivesTheSameBytes() throws {
    let workspace = try Workspace()
    for output in ["one", "two"] {
      let run = try workspace.run(
        "template", "ta-small-group-number", "--school", "S-014", "-o", output, "--quiet",
        "--templates", Workspace.templates)
      #expect(run.code == 0, "\(run.messages)")
    }
    let one = try workspace.contents("one")
    #expect(one == (try workspace.contents("two")))
    #expect(one.keys.contains { $0.hasSuffix(".xlsx") })
    #expect(one.keys.contains { $0.hasSuffix(".html") })
  }

  @Test func manySchoolsAreMadeFromATable() throws {
    let workspace = try Workspace()
    try Data("school,country,pupils\nS-1,GB,30\nS-2,RW,\n".utf8)
      .write(to: workspace.folder.appending(path: "schools.csv"))
    let run = try workspace.run(
      "template", "peer-tutoring-reading", "--schools", "schools.csv", "-o", "packs", "--quiet",
      "--templates", Workspace.templates)
    #expect(run.code == 0, "\(run.messages)")
    let workbooks = try workspace.contents("packs").keys.filter {
      $0.contains("/S-") && $0.hasSuffix(".xlsx")
    }
    #expect(workbooks.count == 2)
  }

  @Test(arguments: ["../x", "a b", "", "Größe", "S-000000000000000000001"])
  func aSchoolsCodeThatIsNoneIsRefused(code: String) throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "template", "peer-tutoring-reading", "--school", code, "-o", "packs", "--templates",
      Workspace.templates)
    #expect(run.code == 2)
    #expect(try workspace.contents(".").keys.allSatisfy { $0.hasPrefix(".std") })
  }

  @Test(arguments: ["fr", "ur"]) func aWorkbookInAnotherLanguageIsKnownAgain(
    language: String
  ) throws {
    let workspace = try Workspace()
    let made = try workspace.run(
      "template", "ta-reading-fluency", "--school", "S-014", "-o", "packs", "--language", language,
      "--item-marks", "--paper", "letter", "--templates", Workspace.templates)
    #expect(made.code == 0, "\(made.messages)")
    let run = try workspace.run(
      "check", "packs", "--json", "--quiet", "--templates", Workspace.templates)
    #expect(run.code == 3, "the pupil key is refused")
    let files = try Document(run.output)["files"].list
    #expect(files.contains { $0["findings"].list.contains { $0["code"].text == "W205" } })
    let empty = files.first { $0["status"].text == "fix" }
    #expect(empty?["study"].text == "S-014/ta-reading-fluency/2026-1")
    #expect(empty?["findings"].list.contains { $0["code"].text == "W222" } == true)
  }

  @Test func aLanguageThatIsNotOfferedIsRefused() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "template", "peer-tutoring-reading", "--school", "S-014", "-o", "packs", "--language", "de",
      "--templates", Workspace.templates)
    #expect(run.code == 2)
    #expect(
      run.messages.contains("choose one of en (English), fr (French), ur (Urdu)"))
    #expect(try workspace.contents(".").keys.allSatisfy { $0.hasPrefix(".std") })
  }

  @Test func anEmptyWorkbookAsksForWhatIsMissing() throws {
    let workspace = try Workspace()
    _ = try workspace.run(
      "template", "peer-tutoring-reading", "--school", "S-014", "-o", "packs", "--quiet",
      "--templates", Workspace.templates)
    let workbook = try #require(
      try workspace.contents("packs").keys.first {
        $0.contains("/S-014_") && $0.hasSuffix(".xlsx")
      })
    let run = try workspace.run(
      "check", "packs/\(workbook)", "--json", "--quiet", "--templates", Workspace.templates)
    #expect(run.code == 1)
    let file = try Document(run.output)["files"][0]
    #expect(file["status"].text == "fix")
    #expect(file["study"].text == "S-014/peer-tutoring-reading/2026-1")
    #expect(file["findings"].list.contains { $0["code"].text == "W222" })
  }
}
