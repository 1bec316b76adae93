import Foundation
import TestSupport
import Testing

/// Pupils that someone holds as a table of comma-separated values.
@Suite struct PupilsTableTests {
  static let tables: [(name: String, options: [String], model: String)] = [
    ("rct24", [], "simple"), ("rct60", ["--compliance", "9"], "simple"),
    ("strat180", ["--blocks", "class"], "class_fe"), ("pairs40", ["--design", "pairs"], "pair_fe"),
    ("missing80", ["--maximum", "40"], "simple"), ("nasty_ceiling", [], "simple"),
  ]

  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"), arguments: tables)
  func tablesAgreeWithR(name: String, options: [String], model: String) throws {
    let workspace = try Workspace()
    let table = "\(name).csv"
    try workspace.write([UInt8](SharedFolder.data("reference/pupil/\(table)")), to: table)
    let run = try workspace.run(
      ["analyse", "--pupils", table, "-o", "out", "--json", "--quiet"] + options)
    #expect(run.code == 0)
    let file = try Document(run.output)["files"].list[0]
    let effect = file["effects"].list[0]
    let reference = try Document(
      String(decoding: SharedFolder.data("reference/pupil/reference.json"), as: UTF8.self)
    )["datasets"][name]["ancova_g"][model]
    for (ours, theirs) in [
      (effect["g"], reference["g"]), (effect["se"], reference["se_wwc_reg"]),
      (effect["sd"], reference["sd_pooled_post"]),
      (effect["ci"].list[0], reference["ci_transformed"].list[0]),
      (effect["ci"].list[1], reference["ci_transformed"].list[1]),
    ] {
      let expected = try #require(theirs.number)
      #expect(abs((ours.number ?? .nan) - expected) < 1e-9 * max(1, abs(expected)))
    }
    #expect(file["outputs"]["results"].text == nil)
    #expect(try workspace.contents("out").keys.contains("reports/\(name).html"))
  }

  private static let small = """
    pupil,group,pre,post
    P1,intervention,10,14
    P2,intervention,12,15
    P3,control,11,12
    P4,control,13,forty
    """

  @Test func faultsOfATableHaveTheirCells() throws {
    let workspace = try Workspace()
    let table = "small.csv"
    try workspace.write(Array(Self.small.utf8), to: table)
    let run = try workspace.run(["analyse", "--pupils", table, "-o", "out", "--json", "--quiet"])
    #expect(run.code == 1)
    let findings = try Document(run.output)["files"].list[0]["findings"].list
    #expect(findings.contains { $0["code"].text == "W301" && $0["cell"].text == "D5" })
  }

  /// The same numbers in the ways in which Excel and R of other countries write them.
  @Test func tablesOfOtherCountriesGiveTheSame() throws {
    let workspace = try Workspace()
    let rows = [
      "pupil,group,pre,post", "P1,intervention,10.5,14", "P2,intervention,12,15.5",
      "P3,control,11,12", "P4,control,13,13", "P5,control,12.5,NA", "P6,intervention,11,16",
    ]
    let plain = rows.joined(separator: "\n")
    let commas = plain.map { $0 == "," ? ";" : $0 == "." ? "," : $0 }
    let windows = "\u{FEFF}" + String(commas).replacing("\n", with: "\r\n")
    let tabs = "\u{FEFF}" + plain.replacing(",", with: "\t")
    let unicode = tabs.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var effects: Set<Double> = []
    for (name, bytes) in [
      ("plain", Array(plain.utf8)), ("windows", Array(windows.utf8)), ("unicode", unicode),
    ] {
      try workspace.write(bytes, to: "\(name).csv")
      let run = try workspace.run(
        ["analyse", "--pupils", "\(name).csv", "-o", "out", "--json", "--quiet"])
      #expect(run.code == 0, "\(name): \(run.messages)")
      let file = try Document(run.output)["files"].list[0]
      effects.insert(try #require(file["effects"].list[0]["g"].number))
      #expect(file["effects"].list[0]["n"]["comparison"].number == 2)
    }
    #expect(effects.count == 1)
    try workspace.write([0x70, 0xE9, 0x0A], to: "latin.csv")
    let latin = try workspace.run(["analyse", "--pupils", "latin.csv", "-o", "out"])
    #expect(latin.code == 2)
    #expect(latin.messages.contains("CSV UTF-8"))
  }

  @Test func aColumnThatComesTwiceIsRefused() throws {
    let workspace = try Workspace()
    let twice = Self.small.replacing("\n", with: ",9\n").replacing("post,9", with: "post,pre")
    try workspace.write(Array(twice.utf8), to: "twice.csv")
    let run = try workspace.run("analyse", "--pupils", "twice.csv", "-o", "out")
    #expect(run.code == 2)
    #expect(run.messages.contains("more than one column pre"))
  }

  @Test func callsThatDoNotGoTogetherAreRefused() throws {
    let workspace = try Workspace()
    let table = "small.csv"
    try workspace.write(Array(Self.small.utf8), to: table)
    for options in [
      ["--design", "cluster"], ["--design", "nonsense"], ["--blocks", "house"], ["other.xlsx"],
    ] {
      #expect(try workspace.run(["analyse", "--pupils", table, "-o", "out"] + options).code == 2)
    }
    #expect(try workspace.run("analyse", "--design", "pairs", "-o", "out").code == 2)
    #expect(try workspace.run("analyse", "--pupils", "no.csv", "-o", "out").code == 2)
    #expect(try workspace.contents(".").keys.allSatisfy { !$0.hasPrefix("out") })
  }
}
