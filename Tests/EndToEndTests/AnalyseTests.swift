import Foundation
import Testing

@Suite struct AnalyseTests {
  @Test func samplesGiveTheDocumentOtherProgramsRead() throws {
    let workspace = try Workspace()
    let names = try Workspace.sampleNames()
    #expect(names.count >= 14)
    let run = try workspace.run(
      "analyse", Workspace.samples.path, "-o", "out", "--json", "--quiet", "--templates",
      Workspace.templates)
    #expect(run.code == 1)
    #expect(run.messages.isEmpty)
    let document = try Document(run.output)
    #expect(document["format"].text == "whatworked/1")
    #expect(document["counts"]["files"].integer == names.count)
    #expect(document["counts"]["fix"].integer == 2)
    #expect(document["counts"]["ready"].integer == names.count - 2)
    for file in document["files"].list {
      #expect(
        file.keys.isSuperset(of: [
          "path", "status", "reason", "workbook", "study", "findings", "repairs", "effects",
          "outputs",
        ]))
      for effect in file["effects"].list {
        #expect(
          effect.keys.isSuperset(of: [
            "outcome", "role", "design", "estimator", "n", "b", "sd", "g", "se", "df", "p", "ci",
            "level", "months", "baseline", "attrition", "certainty", "headline", "robustness",
          ]))
      }
    }
    #expect(try workspace.bytes("out/summary.json") == Array(run.output.utf8))
  }

  @Test func everySchoolGetsItsAnswer() throws {
    let workspace = try Workspace()
    _ = try workspace.run(
      "analyse", Workspace.samples.path, "-o", "out", "--quiet", "--templates",
      Workspace.templates)
    let outputs = try workspace.contents("out")
    for name in try Workspace.sampleNames() {
      let stem = String(name.dropLast(5))
      let isReady = outputs["reports/\(stem).html"] != nil
      #expect(outputs["results/\(stem).xlsx"] != nil, "\(name)")
      #expect(isReady != (outputs["replies/\(stem).eml"] != nil), "\(name)")
    }
    #expect(outputs.keys.filter { $0.hasPrefix("replies/") }.count == 2)
    #expect(outputs["index.html"] != nil)
    #expect(outputs["summary.csv"] != nil)
    #expect(outputs["evidence.jsonl"] != nil)
    #expect(!outputs.keys.contains { $0.hasSuffix(".partial") })
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let workspace = try Workspace()
    let names = Array(try Workspace.sampleNames().prefix(4))
    try workspace.copySamples(names, to: "in")
    for output in ["one", "two"] {
      _ = try workspace.run(
        "analyse", "in", "-o", output, "--quiet", "--templates", Workspace.templates)
    }
    let withoutPaths = { (contents: [String: Data]) in
      contents.filter { $0.key != "summary.json" && $0.key != "summary.csv" }
    }
    let one = withoutPaths(try workspace.contents("one"))
    #expect(one == withoutPaths(try workspace.contents("two")))
    #expect(one.count > 8)
  }

  @Test func oneBadFileNeverStopsTheRest() throws {
    let workspace = try Workspace()
    try workspace.copySamples(Array(try Workspace.sampleNames().prefix(1)), to: "in")
    let place = workspace.folder.appending(path: "in")
    let sample = try Data(contentsOf: place.appending(path: try Workspace.sampleNames()[0]))
    try Data("%PDF-1.4 scan".utf8).write(to: place.appending(path: "scan.pdf"))
    try Data().write(to: place.appending(path: "empty.xlsx"))
    try sample.prefix(sample.count / 2).write(to: place.appending(path: "torn.xlsx"))
    let run = try workspace.run(
      "analyse", "in", "-o", "out", "--json", "--quiet", "--templates", Workspace.templates)
    #expect(run.code == 3)
    let counts = try Document(run.output)["counts"]
    #expect(counts["ready"].integer == 1)
    #expect(counts["stopped"].integer == 2)
    #expect(counts["skipped"].integer == 1)
    let outputs = try workspace.contents("out")
    #expect(outputs["quarantine/torn.xlsx"]?.count == sample.count / 2)
    #expect(outputs["quarantine/torn.reason.txt"] != nil)
  }

  @Test func aPupilKeyIsNotCopied() throws {
    let workspace = try Workspace()
    _ = try workspace.run(
      "template", "peer-tutoring-reading", "--school", "S-014", "-o", "packs", "--quiet",
      "--templates", Workspace.templates)
    let key = "KEEP IN SCHOOL pupil key S-014"
    let run = try workspace.run(
      "analyse", "packs/S-014/peer-tutoring-reading/\(key).xlsx", "-o", "out", "--quiet",
      "--templates", Workspace.templates)
    #expect(run.code == 3)
    let aside = try workspace.contents("out").filter { $0.key.hasPrefix("quarantine/") }
    #expect(Array(aside.keys) == ["quarantine/\(key).reason.txt"])
    let reason = String(decoding: aside.values.first ?? Data(), as: UTF8.self)
    #expect(reason.contains("No copy of it is kept here"))
  }

  /// A mailbox of returns gives what a folder of them gives, and what could not be read is itself
  /// set aside, not the mailbox.
  @Test func aMailboxGivesWhatAFolderGives() throws {
    let workspace = try Workspace()
    let names = Array(try Workspace.sampleNames().prefix(4))
    try workspace.copySamples(names, to: "in")
    let samples = try names.map {
      [UInt8](try Data(contentsOf: workspace.folder.appending(path: "in/\($0)")))
    }
    let torn = Array(samples[0].prefix(samples[0].count / 2))
    let box =
      zip(names, samples).map { Self.message(attaching: $1, named: $0) }.joined()
      + Self.message(attaching: torn, named: "torn.xlsx")
    try workspace.write(Array((box + Self.start + "\nThank you.\n").utf8), to: "box.mbox")
    let folder = try workspace.run(
      "analyse", "in", "-o", "a", "--quiet", "--templates", Workspace.templates)
    let mailbox = try workspace.run(
      "analyse", "box.mbox", "-o", "out", "--json", "--quiet", "--templates", Workspace.templates)
    #expect(mailbox.code == 3 && folder.code < 2)
    #expect(try Document(mailbox.output)["counts"]["stopped"].integer == 2)
    #expect(
      try workspace.contents("a")["evidence.jsonl"]
        == (try workspace.contents("out")["evidence.jsonl"]))
    let aside = try workspace.contents("out").filter { $0.key.hasPrefix("quarantine/") }
    #expect(aside["quarantine/box-5-torn.xlsx"].map { [UInt8]($0) } == torn)
    #expect(aside["quarantine/box-6-message 6"].map { $0.count < 100 } == true)
    #expect(aside.count == 4)
  }

  private static let start = "From a@b Mon Jan  5 10:00:00 2026\nSubject: Re\nTo: a@b\n"

  private static func message(attaching bytes: [UInt8], named name: String) -> String {
    """
    \(start)MIME-Version: 1.0
    Content-Type: application/octet-stream
    Content-Transfer-Encoding: base64
    Content-Disposition: attachment; filename="\(name)"

    \(Data(bytes).base64EncodedString(options: .lineLength76Characters))


    """
  }

  @Test func inputsAreNeverChanged() throws {
    let workspace = try Workspace()
    try workspace.copySamples(try Workspace.sampleNames(), to: "in")
    let before = try workspace.contents("in")
    _ = try workspace.run(
      "analyse", "in", "-o", "in-out", "--quiet", "--templates", Workspace.templates)
    #expect(try workspace.contents("in") == before)
  }

  @Test func noPupilIsInWhatLeavesTheSchool() throws {
    let workspace = try Workspace()
    _ = try workspace.run(
      "analyse", Workspace.samples.path, "-o", "out", "--quiet", "--templates",
      Workspace.templates)
    let evidence = String(decoding: try workspace.bytes("out/evidence.jsonl"), as: UTF8.self)
    #expect(!evidence.isEmpty)
    #expect(evidence.firstMatch(of: /P[0-9]{3}/) == nil)
    #expect(!evidence.contains("hall was taken"))
  }
}
