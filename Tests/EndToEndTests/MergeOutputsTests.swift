import Evidence
import Foundation
import TestSupport
import Testing

@Suite struct MergeOutputsTests {
  @Test func everySectionIsInTheReport() throws {
    let workspace = try Workspace()
    let register =
      "school,programme,wave,country,workbook\nS-001,peer-tutoring-reading,2026-1,GB,\n"
      + "S-099,peer-tutoring-reading,2026-1,RW,\nS-011,ta-small-group-number,2026-1,GB,\n"
    try Data(register.utf8).write(to: workspace.folder.appending(path: "issued.csv"))
    let run = try workspace.run(
      "merge", Workspace.samples.path, "-o", "out", "--json", "--quiet", "--by", "country",
      "--moderator", "fidelity", "--issued", "issued.csv", "--templates", Workspace.templates)
    #expect(run.code == 0)
    let document = try Document(run.output)
    #expect(document["flow"]["issued"].integer == 3)
    #expect(document["flow"]["pooled"].integer == 2)
    #expect(document["returns"]["unregistered"].integer ?? 0 > 5)
    #expect(document["oneStage"].isNull)
    #expect(document["analyses"][0]["oneStage"]["estimate"].number != nil)
    #expect(document["analyses"][0]["baselineAudit"]["k"].integer ?? 0 > 2)
    #expect(document["next"]["plans"].list.count > 3)
    #expect(document["sequential"]["fraction"].number ?? 0 > 0)
    #expect(document["smallStudies"]["selection"].isNull == false)
    #expect(document["outputs"]["workbook"].text == "out/cumulative.xlsx")
    let report = String(decoding: try workspace.bytes("out/cumulative-report.html"), as: UTF8.self)
    for heading in [
      "How the average has settled", "Is the picture fair?", "Were the groups formed by chance?",
      "Would it hold without any one study?", "Does it depend on country?",
      "Does it go with fidelity?", "Several effects of one study",
      "The same from all pupils at once",
      "Where next?", "The four areas of evidence",
    ] {
      #expect(report.contains(">\(heading)</h"), "\(heading)")
    }
    #expect(report.contains("S-099"))
    // A package of the kind that spreadsheets write.
    #expect(try workspace.bytes("out/cumulative.xlsx").prefix(2) == [0x50, 0x4B])
  }

  @Test(arguments: [
    ("study,estimate,se\n", "nothing to list", 0),
    ("study,estimate,se\nA,0.2,0.1\n", "One study", 1),
    ("study,estimate,se\nA,0.2,0.1\nB,0.4,0.2\n", "two studies", 2),
    ("study,estimate,se\nA,0.2,0.1\nB,0.2,0.1\nC,0.2,0.1\n", "the very same effect", 3),
  ])
  func fewOrEqualStudiesAreAnsweredInWords(text: String, words: String, count: Int) throws {
    let workspace = try Workspace()
    try Data(text.utf8).write(to: workspace.folder.appending(path: "effects.csv"))
    let run = try workspace.run(
      "merge", "--effects", "effects.csv", "-o", "out", "--json", "--quiet")
    #expect(run.code == 0)
    #expect(try Document(run.output)["k"].integer == count)
    let report = String(decoding: try workspace.bytes("out/cumulative-report.html"), as: UTF8.self)
    #expect(count == 0 || report.contains(words), "\(words)")
    for trace in ["nan", "Optional(", "inf\""] { #expect(!report.contains(trace)) }
  }

  @Test func oneStudyIsSpokenOfAsOne() throws {
    let workspace = try Workspace()
    try workspace.copySamples(["S-001_peer-tutoring-reading.xlsx"], to: "in")
    let run = try workspace.run("merge", "in", "-o", "out", "--templates", Workspace.templates)
    #expect(run.code == 0)
    let report = String(decoding: try workspace.bytes("out/cumulative-report.html"), as: UTF8.self)
    #expect(report.contains("The one study that says chance formed the groups has no draw"))
  }

  @Test(arguments: [
    ("school,wave\nS-1,2026-1\n", "no column programme"), ("", "no column school"),
  ])
  func aRegisterThatCannotBeReadIsRefused(text: String, fault: String) throws {
    let workspace = try Workspace()
    try Data(text.utf8).write(to: workspace.folder.appending(path: "issued.csv"))
    try Data("study,estimate,se\nA,0.2,0.1\n".utf8)
      .write(to: workspace.folder.appending(path: "effects.csv"))
    let run = try workspace.run(
      "merge", "--effects", "effects.csv", "--issued", "issued.csv", "-o", "out")
    #expect(run.code == 2)
    #expect(run.messages.contains(fault))
  }
}

@Suite struct EvidenceCommandTests {
  @Test func policiesAndWaysAreKeptAndMapped() throws {
    let workspace = try Workspace()
    for name in try Workspace.sampleNames().prefix(3) {
      _ = try workspace.run(
        "analyse", Workspace.samples.appending(path: name).path, "-o", "out", "--quiet",
        "--evidence", "base.sqlite", "--templates", Workspace.templates)
    }
    func policy() throws -> Workspace.Run {
      try workspace.run(
        "evidence", "policy", "add", "base.sqlite", "--body", "Ministry of Education", "--country",
        "RW", "--title", "Reading first", "--instrument", "framework", "--status", "adopted",
        "--date", "2026-05-01", "--programme", "peer-tutoring-reading", "--cites",
        "S-001/peer-tutoring-reading/2026-1")
    }
    let added = try policy()
    let id = "rw-2026-05-01-framework-ministry-of-education"
    #expect(added.output == "\(id)  added\n")
    #expect(try policy().output == "\(id)  was there already\n")
    let way = try workspace.run(
      "evidence", "pathway", "add", "base.sqlite", "--from", "efficacy-plus", "--to",
      "policy-plans", "--date", "2026-05-02", "--policy", id, "--moved-by", "district office",
      "--helped", "champion", "--blocked", "funding")
    #expect(way.code == 0)
    let list = try workspace.run("evidence", "policy", "base.sqlite")
    #expect(list.output.contains("Reading first"))
    let map = try Document(try workspace.run("evidence", "map", "base.sqlite", "--json").output)
    #expect(map["maps"][0]["pathways"][0]["helped"].list.compactMap(\.text) == ["champion"])
    #expect(map["maps"][0]["areas"][2]["policies"].integer == 1)
    let show = try workspace.run(
      "evidence", "show", "base.sqlite", "S-001/peer-tutoring-reading/2026-1")
    #expect(show.output.contains("programme    Peer tutoring in reading"))
    // What is exported is merged elsewhere, records and all.
    let exported = try workspace.run("evidence", "export", "base.sqlite")
    try Data(exported.output.utf8).write(to: workspace.folder.appending(path: "shard.jsonl"))
    let merged = try workspace.run("merge", "shard.jsonl", "-o", "merged", "--json", "--quiet")
    #expect(try Document(merged.output)["pathways"].list.count == 1)
  }

  /// Policy may be there before any study is.
  @Test func recordsWithoutAStudyAreMapped() throws {
    let workspace = try Workspace()
    let id = "rw-2026-05-01-law-ministry-of-education"
    _ = try workspace.run(
      "evidence", "policy", "add", "base.sqlite", "--body", "Ministry of Education", "--country",
      "RW", "--title", "Reading first", "--instrument", "law", "--status", "in-force", "--date",
      "2026-05-01")
    _ = try workspace.run(
      "evidence", "pathway", "add", "base.sqlite", "--from", "efficacy", "--to", "policy-plans",
      "--date", "2026-05-02", "--policy", id)
    let text = try workspace.run("evidence", "map", "base.sqlite")
    #expect(text.code == 0)
    #expect(text.output.contains("Efficacy: nothing is known yet."))
    #expect(text.output.contains("Policy plans: 1 record."))
    #expect(text.output.contains("2026-05-02  efficacy to policy plans"))
    let json = try Document(try workspace.run("evidence", "map", "base.sqlite", "--json").output)
    #expect(json["maps"].list.count == 1)
    #expect(json["maps"][0]["policies"][0]["id"].text == id)
    #expect(json["maps"][0]["areas"].list.compactMap { $0["k"].integer } == [0, 0, 0, 0])
    // The report shows them too, and says nothing of studies that are not there.
    let exported = try workspace.run("evidence", "export", "base.sqlite")
    try Data(exported.output.utf8).write(to: workspace.folder.appending(path: "shard.jsonl"))
    let merged = try workspace.run("merge", "shard.jsonl", "-o", "merged", "--json", "--quiet")
    #expect(merged.code == 0)
    #expect(try Document(merged.output)["cautions"].list.count == 1)
    let page = String(decoding: try workspace.bytes("merged/cumulative-report.html"), as: UTF8.self)
    #expect(page.contains("Reading first"))
    #expect(!page.contains("Each study is placed by a rule"))
  }

  @Test func anEvidenceBaseWithNothingInItSaysSo() throws {
    let workspace = try Workspace()
    _ = try EvidenceBase(at: workspace.folder.appending(path: "base.sqlite"))
    #expect(
      try workspace.run("evidence", "map", "base.sqlite").output
        == "There is no study in it yet.\n")
  }

  @Test(arguments: [
    (
      [
        "pathway", "add", "b", "--from", "efficacy-plus", "--to", "efficacy", "--date",
        "2026-01-01",
      ],
      "no way from"
    ),
    (
      ["pathway", "add", "b", "--from", "efficacy", "--to", "policy-plans", "--date", "soon"],
      "not a day"
    ),
    (["policy", "list", "nowhere"], "no evidence base"),
    (["show", "nowhere", "S"], "no evidence base"),
  ])
  func whatCannotBeDoneIsSaid(arguments: [String], fault: String) throws {
    let workspace = try Workspace()
    let run = try workspace.run(["evidence"] + arguments)
    #expect(run.code == 2)
    #expect(run.messages.contains(fault))
  }
}
