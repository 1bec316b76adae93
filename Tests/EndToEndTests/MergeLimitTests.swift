import Foundation
import Reports
import Testing

@testable import Evidence
@testable import whatworked

/// What is left out of many studies is said in the report and in the document.
@Suite struct MergeLimitTests {
  @Test func aThousandAndOneStudiesSayWhatIsLeftOut() throws {
    let workspace = try Workspace()
    var table = "study,estimate,se,weeks\n"
    for index in 0...1000 {
      table += "S-\(index),\(Double(index * 37 % 101) / 200),0.2,\(6 + index % 9)\n"
    }
    try Data(table.utf8).write(to: workspace.folder.appending(path: "effects.csv"))
    let run = try workspace.run(
      "merge", "--effects", "effects.csv", "-o", "out", "--json", "--quiet", "--moderator", "weeks")
    #expect(run.code == 0)
    let document = try Document(run.output)
    let tests = document["smallStudies"]
    #expect(tests["selection"]["reason"].text == SizeLimit.selection.reason)
    #expect(tests["rankTest"]["tau"].number == nil)
    let moderator = document["moderators"][0]
    #expect(moderator["permutationReason"].text == SizeLimit.permutation.reason)
    #expect(moderator["permutationP"].isNull)
    #expect(document["multilevel"].isNull)
    let page = String(decoding: try workspace.bytes("out/cumulative-report.html"), as: UTF8.self)
    #expect(page.contains("The selection model is left out above 1,000 studies"))
    #expect(page.contains("not dealt out to other studies by chance above 200 studies"))
  }

  /// Nobody takes the script's silence for agreement.
  @Test func theScriptNamesWhatItDoesNotCompute() {
    let header = ReproductionScript.text([]).prefix { $0 != "<" }
    for part in [
      "selection model", "one-stage model", "boundaries of the spending view", "p by permutation",
      "where next", "2,000 studies",
    ] {
      #expect(header.contains(part), "\(part)")
    }
  }

  /// Those that take more studies than a test has time for, by the writers themselves.
  @Test func everyReasonHasItsPlace() throws {
    var analysis = try pool(
      [PooledStudy(id: "A", date: nil, estimate: 0.2, variance: 0.1)], title: "T", programme: nil)
    #expect(try written(analysis)["multilevel"].isNull)
    analysis.isMultilevelLeftOut = true
    var tests = SmallStudyTests()
    tests.leftOutForSize = [.rankTest, .selection]
    analysis.smallStudies = .found(tests)
    let document = try written(analysis)
    #expect(document["multilevel"]["reason"].text == SizeLimit.multilevel.reason)
    #expect(document["smallStudies"]["rankTest"]["reason"].text == SizeLimit.rankTest.reason)
    #expect(document["smallStudies"]["selection"]["reason"].text == SizeLimit.selection.reason)
    let page = cumulativeReport(
      [analysis], stamp: ReportStamp(toolVersion: "1", dataHash: "", date: ""))
    for part in [SizeLimit.multilevel, .rankTest, .selection] {
      #expect(page.contains(part.reason.dropFirst()), "\(part)")
    }
  }

  private func written(_ analysis: CumulativeAnalysis) throws -> Document {
    try Document(try JSONValue.object(MergeSections.entries(of: analysis)).document())
  }
}
