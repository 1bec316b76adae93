import Foundation
import Testing

@testable import whatworked

@Suite struct ManyPacksTests {
  private let call = [
    "template", "ta-small-group-number", "--schools", "schools.csv", "--quiet", "--templates",
    Workspace.templates,
  ]

  @Test func aRunThatWasInterruptedGoesOnWhereItStopped() throws {
    let workspace = try Workspace()
    try write("school\n" + (1...12).map { "S-\($0)\n" }.joined(), to: "schools.csv", in: workspace)
    #expect(try workspace.run(call + ["-o", "whole"]).code == 0)
    // As a run that was killed leaves it: some packs, a row for each, the last row cut off.
    #expect(try workspace.run(call + ["-o", "broken"]).code == 0)
    let register = workspace.folder.appending(path: "broken/issued.csv")
    let rows = try String(contentsOf: register, encoding: .utf8).split(separator: "\n")
    let kept = rows[0...5].joined(separator: "\n") + "\n" + rows[6].prefix(30)
    try Data(kept.utf8).write(to: register)
    let made = try #require(
      try workspace.contents("broken").keys.filter { $0.hasSuffix(".eml") }.sorted().last)
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "broken/\(made)"))
    let resumed = try workspace.run(
      call.filter { $0 != "--quiet" } + ["-o", "broken"])
    #expect(resumed.code == 0)
    #expect(resumed.messages.contains("made before"), "\(resumed.messages)")
    #expect(try workspace.contents("broken") == workspace.contents("whole"))
    let again = try workspace.run(call.filter { $0 != "--quiet" } + ["-o", "broken"])
    #expect(again.messages.hasPrefix("0 packs made, 12 made before"), "\(again.messages)")
  }

  @Test func theRegisterHoldsARowForEachWorkbook() throws {
    let workspace = try Workspace()
    try write("School;Country;Pupils\nS-2;GB;30\n\nS-1;RW;\n", to: "schools.csv", in: workspace)
    #expect(try workspace.run(call + ["-o", "packs"]).code == 0)
    let text = try String(
      contentsOf: workspace.folder.appending(path: "packs/issued.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows[0].prefix(6) == ["school", "country", "programme", "version", "wave", "workbook"])
    #expect(rows.dropFirst().map { $0[0] } == ["S-1", "S-2"])
    #expect(rows[2][7] == "30")
  }

  @Test func faultsInTheTableHaveTheirLine() throws {
    let workspace = try Workspace()
    try write(
      "school,country,pupls,email\nS-1,GBR,3,x\n,GB,,\nS-2,GB,,a@b.org\ns-2,GB,,\n",
      to: "schools.csv", in: workspace)
    let run = try workspace.run(call + ["-o", "packs"])
    #expect(run.code == 2)
    for fault in [
      "schools.csv:1:1: there is a column \"pupls\"", "schools.csv:2:2: the country GBR",
      "schools.csv:2:4: ‘x’ is not an email address", "schools.csv:3:1: the row has no school",
      "schools.csv:5:1: the school s-2 is there already, in line 4",
    ] {
      #expect(run.messages.contains(fault), "\(fault) in \(run.messages)")
    }
    #expect(try workspace.contents(".").keys.allSatisfy { !$0.hasPrefix("packs") })
  }

  @Test func theBarSaysHowFastAndHowLongStill() {
    #expect(Progress.line(0, of: 8, seconds: 0, last: "S-1") == "[>               ]  0/8  S-1")
    #expect(
      Progress.line(500, of: 1000, seconds: 20, last: "S-500")
        == "[========>       ]  500/1000  25/s  20 s left  S-500")
    #expect(Progress.line(3, of: 1000, seconds: 6, last: "").contains("0.5/s  34 min left"))
    #expect(Progress.line(8, of: 8, seconds: 4, last: "").hasPrefix("[================]  8/8"))
  }

  private func write(
    _ text: String, to name: String, in workspace: borrowing Workspace
  ) throws {
    try Data(text.utf8).write(to: workspace.folder.appending(path: name))
  }
}
