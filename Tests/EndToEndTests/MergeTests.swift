import Foundation
import TestSupport
import Testing

@Suite struct MergeTests {
  @Test func samplesGiveTheDocumentOtherProgramsRead() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "merge", Workspace.samples.path, "-o", "out", "--json", "--quiet", "--templates",
      Workspace.templates)
    #expect(run.code == 0)
    let document = try Document(run.output)
    #expect(
      document.keys.isSuperset(of: [
        "format", "k", "pupils", "model", "pooled", "heterogeneity", "studies", "cumulative",
        "leaveOneOut", "flow", "outputs", "smallStudies", "moderators", "subgroups", "multilevel",
        "areas", "pathways",
      ]))
    #expect(document["model"]["tau2Estimator"].text == "REML")
    #expect(document["model"]["variance"].text == "pooled")
    #expect((document["k"].integer ?? 0) >= 11)
    #expect(document["analyses"].list.count == 3)
    #expect(document["areas"].list.count == 4)
    #expect(document["smallStudies"]["precision"]["slope"]["p"].number != nil)
    #expect(document["multilevel"]["cr2"]["df"].number != nil)
    let low = try #require(document["pooled"]["ci"][0].number)
    let high = try #require(document["pooled"]["ci"][1].number)
    let estimate = try #require(document["pooled"]["estimate"].number)
    #expect(low < estimate && estimate < high)
    let outputs = try workspace.contents("out")
    for name in ["cumulative-report.html", "effects.csv", "reproduce.R"] {
      #expect(outputs[name] != nil, "\(name)")
    }
  }

  @Test func shardsMergeToTheSameBytes() throws {
    let workspace = try Workspace()
    let names = try Workspace.sampleNames()
    try workspace.copySamples(Array(names.prefix(6)), to: "one")
    try workspace.copySamples(Array(names.dropFirst(6)), to: "two")
    for shard in ["one", "two"] {
      _ = try workspace.run(
        "analyse", shard, "-o", "out-\(shard)", "--quiet", "--templates", Workspace.templates)
    }
    let shards = ["out-one/evidence.jsonl", "out-two/evidence.jsonl"]
    let forwards = try workspace.run(
      "merge", shards[0], shards[1], "-o", "merged", "--json", "--quiet")
    let first = try workspace.contents("merged")
    let backwards = try workspace.run(
      "merge", shards[1], shards[0], "-o", "merged", "--json", "--quiet")
    #expect(forwards.code == 0)
    #expect(forwards.output == backwards.output)
    #expect(try workspace.contents("merged") == first)
  }

  @Test func anEvidenceBaseKeepsStudiesBetweenRuns() throws {
    let workspace = try Workspace()
    let names = try Workspace.sampleNames()
    for name in names.prefix(3) {
      _ = try workspace.run(
        "analyse", Workspace.samples.appending(path: name).path, "-o", "out", "--quiet",
        "--evidence", "base.sqlite", "--templates", Workspace.templates)
    }
    let run = try workspace.run(
      "merge", "--evidence", "base.sqlite", "-o", "merged", "--json", "--quiet")
    #expect(try Document(run.output)["k"].integer == 3)
    let list = try workspace.run("evidence", "list", "base.sqlite")
    #expect(list.output.split(separator: "\n").count == 3)
  }

  @Test func effectsFromElsewhereArePooled() throws {
    let workspace = try Workspace()
    let table = "study,estimate,se\nA,0.1,0.2\nB,0.4,0.2\nC,0.3,0.1\n"
    try Data(table.utf8).write(to: workspace.folder.appending(path: "effects.csv"))
    let run = try workspace.run(
      "merge", "--effects", "effects.csv", "-o", "out", "--json", "--quiet", "--tau2", "FE",
      "--test", "z")
    #expect(run.code == 0)
    // By hand: weights 25, 25 and 100.
    let estimate = try #require(try Document(run.output)["pooled"]["estimate"].number)
    #expect(abs(estimate - (2.5 + 10 + 30) / 150) < 1e-12)
  }

  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func metaforsOwnColumnNamesAreUnderstood() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "merge", "--effects", SharedFolder.folder.appending(path: "reference/meta/bcg.csv").path,
      "-o", "out", "--json", "--quiet")
    #expect(run.code == 0)
    let document = try Document(run.output)
    #expect(document["k"].integer == 13)
    #expect(abs((document["pooled"]["estimate"].number ?? 0) - -0.714532342158) < 1e-8)
  }

  @Test func kindsOfStudiesAreComparedWhenAskedFor() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "merge", Workspace.samples.path, "-o", "out", "--json", "--quiet", "--by", "country",
      "--by", "weeks", "--moderator", "weeks", "--moderator", "staff-hours", "--templates",
      Workspace.templates)
    let document = try Document(run.output)
    let groups = document["subgroups"].list
    #expect(groups.count == 1)
    #expect(groups.first?["groups"].list.compactMap { $0["level"].text } == ["GB", "RW"])
    // Every sample took the same number of weeks, so that nothing can be said of them.
    #expect(document["moderators"].list.isEmpty)
  }
  /// No study says what dose it had: that is known of the column, and said in the report.
  @Test(arguments: [
    (["--by", "nonsense"], "--by nonsense: no study says its nonsense."),
    (["--moderator", "dose * wekes"], "--moderator dose * wekes: no study says its wekes."),
    (["--by", "dose", "--by", "area", "--by", "fidelity"], nil),
  ])
  func aNameOfNothingIsRefused(options: [String], fault: String?) throws {
    let workspace = try Workspace()
    try workspace.write(
      Array("study,estimate,se,dose\nA,0.2,0.1,NA\nB,0.4,0.2,NA\n".utf8), to: "effects.csv")
    let run = try workspace.run(
      ["merge", "--effects", "effects.csv", "-o", "out", "--templates", Workspace.templates]
        + options)
    #expect(run.code == (fault == nil ? 0 : 2), "\(run.messages)")
    guard let fault else { return }
    #expect(run.messages.contains(fault))
    #expect(
      run.messages.contains(
        "Choose among country, phase, programme, design, certainty, area, dose."))
  }
  /// Said once for a school and round, with the files and the one that counts, by both commands.
  @Test func aReturnThatCameThreeTimesIsSaidOnce() throws {
    let workspace = try Workspace()
    let sample = "S-001_peer-tutoring-reading.xlsx"
    for (name, cost) in [("a.xlsx", "120"), ("b.xlsx", "121"), ("c.xlsx", "122")] {
      var file = try SchoolsFile(sample: sample)
      try file.replace(
        "<v>120</v></c><c r=\"C29\"", with: "<v>\(cost)</v></c><c r=\"C29\"",
        in: "xl/worksheets/sheet4.xml")
      try workspace.write(file.bytes, to: "in/\(name)")
    }
    for command in ["analyse", "merge"] {
      let run = try workspace.run(
        command, "in/a.xlsx", "in/b.xlsx", "in/c.xlsx", "in/b.xlsx", "-o", "out", "--templates",
        Workspace.templates)
      #expect(run.code == 0)
      #expect(
        run.messages.components(separatedBy: "came ").count == 2
          && run.messages.contains(
            "S-001/peer-tutoring-reading/2026-1: came 3 times with different data; in/c.xlsx "
              + "counts, not in/a.xlsx, in/b.xlsx"),
        "\(run.messages)")
    }
  }
}
