import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test func wrongUsageEndsWithTwoAndDoesNothing() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("analyse").code == 2)
    #expect(try workspace.run("nonsense").code == 2)
    #expect(try workspace.run("analyse", "not-there.xlsx").code == 2)
    #expect(try workspace.run("merge", "--tau2", "XX", "--effects", "e.csv").code == 2)
    let unknown = try workspace.run(
      "template", "peer-tutoring", "--school", "S-1", "--templates", Workspace.templates)
    #expect(unknown.code == 2)
    #expect(unknown.messages.contains("peer-tutoring-reading"))
    #expect(try workspace.contents(".").keys.allSatisfy { $0.hasPrefix(".std") })
  }

  @Test func helpAndVersionEndWithZero() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("--help").code == 0)
    #expect(try workspace.run("--version").output.hasPrefix("0."))
    #expect(try workspace.run("analyse", "--help").output.contains("--output"))
  }

  @Test func everyCodeIsExplained() throws {
    let workspace = try Workspace()
    let list = try workspace.run("explain").output.split(separator: "\n")
    #expect(list.count > 60)
    let page = try workspace.run("explain", "w302")
    #expect(page.code == 0)
    #expect(page.output.contains("What to do"))
    #expect(try workspace.run("explain", "W999").code == 2)
  }

  @Test func checkWritesNothing() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "check", Workspace.samples.path, "--templates", Workspace.templates)
    #expect(run.code == 1)
    #expect(run.messages.isEmpty)
    #expect(run.output.contains("error W302"))
    #expect(run.output.contains("12 + 12 tutors, 12 + 12 tutees"))
    #expect(try workspace.contents(".").keys.allSatisfy { $0.hasPrefix(".std") })
  }

  @Test func mergeTakesTheLimitsThatAnalyseTakes() throws {
    let workspace = try Workspace()
    try workspace.copySamples(["S-001_peer-tutoring-reading.xlsx"], to: "in")
    let call = ["merge", "in", "-o", "out", "--templates", Workspace.templates]
    #expect(try workspace.run(call + ["--limit", "cells=1000000"]).code == 0)
    let limited = try workspace.run(call + ["--limit", "cells=10"])
    #expect(limited.code != 0)
    #expect(limited.messages.contains("left out (stopped)"))
    #expect(try workspace.run(call + ["--limit", "cell=10"]).code == 2)
  }

  /// Whoever names a link means the file that it leads to; one that is found may lead anywhere.
  @Test func aLinkIsFollowedWhereItIsNamed() throws {
    let workspace = try Workspace()
    try workspace.copySamples(["S-001_peer-tutoring-reading.xlsx"], to: "kept")
    for (name, target) in [
      ("link.xlsx", "../kept/S-001_peer-tutoring-reading.xlsx"), ("zero.xlsx", "/dev/zero"),
    ] {
      try workspace.write([], to: "in/\(name)")
      let place = workspace.folder.appending(path: "in/\(name)").path
      try FileManager.default.removeItem(atPath: place)
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
    }
    func statuses(_ paths: String...) throws -> [String] {
      let run = try workspace.run(
        ["check", "--json", "--templates", Workspace.templates] + paths)
      return try Document(run.output)["files"].list.map {
        "\($0["status"].text ?? "") \($0["findings"][0]["code"].text == "W106")"
      }
    }
    #expect(try statuses("in/link.xlsx") == ["ready false"])
    #expect(try statuses("in/zero.xlsx") == ["skipped true"])
    #expect(try statuses("in") == ["skipped true", "skipped true"])
    // Found and named: once, and followed.
    #expect(try statuses("in", "in/link.xlsx") == ["ready false", "skipped true"])
  }

  @Test func pathsComeFromStandardInput() throws {
    let workspace = try Workspace()
    try workspace.copySamples(["S-001_peer-tutoring-reading.xlsx"], to: "in")
    let path = "in/S-001_peer-tutoring-reading.xlsx\n\n"
    let run = try workspace.run(
      ["check", "-", "--json", "--templates", Workspace.templates], input: path)
    #expect(run.code == 0)
    #expect(try Document(run.output)["files"].list.count == 1)
    // Help is broken into lines.
    for command in ["analyse", "check", "merge"] {
      let help = try workspace.run(command, "--help").output.split { $0.isWhitespace }
      #expect(help.joined(separator: " ").contains("from standard input, one a line"), "\(command)")
    }
  }

  @Test func limitsAreChangedByTheirNames() throws {
    let workspace = try Workspace()
    let samples = Workspace.samples.path
    let limited = try workspace.run(
      "check", samples, "--templates", Workspace.templates, "--limit", "cells=10", "--limit",
      "sheets=900")
    #expect(limited.code == 3)
    #expect(limited.output.contains("error W160: 11 cells"))
    #expect(limited.output.contains("more than 10"))
    // One reason for many files is said once.
    #expect(limited.output.contains(" and 15 more: error W160"))
    #expect(limited.output.split(separator: "\n").filter { $0.contains("help:") }.count == 1)
    for wrong in ["cell=10", "cells", "cells=ten", "cells=-1", "=1"] {
      let run = try workspace.run("check", samples, "--limit=\(wrong)")
      #expect(run.code == 2, "\(wrong)")
      #expect(run.messages.contains("cells"), "\(wrong)")
    }
    #expect(try workspace.run("check", "--help").output.contains("all-text-bytes"))
  }

  @Test func whatReadingSaysIsExplained() throws {
    let workspace = try Workspace()
    for code in ["W103", "W111", "W126", "W155", "W166", "W189"] {
      let page = try workspace.run("explain", code)
      #expect(page.code == 0, "\(code)")
      #expect(page.output.contains("What to do"), "\(code)")
    }
  }
}
