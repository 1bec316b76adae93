import Cells
import Foundation
import Spreadsheet
import TestSupport
import Testing

/// A data workbook that a school locked with a password before it came back.
@Suite struct LockedWorkbookTests {
  private let sample = "S-001_peer-tutoring-reading.xlsx"

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let plain = try Data(contentsOf: Workspace.samples.appending(path: sample))
    try workspace.write(
      locked([UInt8](plain), password: "Łukasz 7"), to: "in/school.xlsx")
    try workspace.write(Array("another\nŁukasz 7\n".utf8), to: "passwords.txt")
    try workspace.write(Array("another\n".utf8), to: "wrong.txt")
    return workspace
  }

  private func analyse(
    _ workspace: borrowing Workspace, _ options: String...
  ) throws -> (run: Workspace.Run, file: Document) {
    let run = try workspace.run(
      ["analyse", "in", "-o", "out", "--json", "--templates", Workspace.templates] + options)
    return (run, try Document(run.output)["files"][0])
  }

  private func codes(_ file: Document) -> [String] {
    file["findings"].list.compactMap { $0["code"].text }
  }

  @Test func itsPasswordOpensItAndTheResultsAreBesideIt() throws {
    let workspace = try workspace()
    let before = try workspace.bytes("in/school.xlsx")
    let (run, file) = try analyse(workspace, "--password-file", "passwords.txt")
    #expect(run.code == 0)
    #expect(file["status"].text == "ready")
    try workspace.copySamples([sample], to: "plain")
    let plain = try workspace.run(
      "analyse", "plain", "-o", "other", "--json", "--templates", Workspace.templates)
    let effect = try #require(try Document(plain.output)["files"][0]["effects"][0]["g"].number)
    #expect(file["effects"][0]["g"].number == effect)
    // The sheet would have to be locked in with the school's own password.
    let note = try #require(file["findings"].list.first { $0["code"].text == "W196" })
    #expect(note["message"].text?.contains("password") == true, "\(note["message"].text ?? "")")
    let results = try #require(file["outputs"]["results"].text)
    #expect(try readWorkbook(workspace.bytes(results)).sheets.map(\.name) == ["Results"])
    #expect(try workspace.bytes("in/school.xlsx") == before)
  }

  @Test func aWrongPasswordIsAnOutcome() throws {
    let (run, file) = try analyse(workspace(), "--password-file", "wrong.txt")
    #expect(run.code == 3)
    #expect(file["status"].text == "stopped")
    #expect(codes(file) == ["W126"])
  }

  @Test func withoutAPasswordItSaysWhatToDo() throws {
    let (run, file) = try analyse(workspace())
    #expect(run.code == 3)
    #expect(codes(file) == ["W125"])
    #expect(file["findings"][0]["help"].text?.contains("--password-file") == true)
    #expect(run.messages.contains("--password-file"))
  }

  @Test func mergeOpensItToo() throws {
    let workspace = try workspace()
    let run = try workspace.run(
      "merge", "in", "-o", "out", "--json", "--templates", Workspace.templates,
      "--password-file", "passwords.txt")
    #expect(run.code == 0)
    #expect(try Document(run.output)["studies"].list.count >= 1)
  }
}
