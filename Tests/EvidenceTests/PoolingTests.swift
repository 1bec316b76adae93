import Evidence
import Foundation
import Statistics
import TestSupport
import Testing

@Test func noStudyIsAnsweredInWords() throws {
  let analysis = try pool([], title: "None", programme: nil)
  #expect(analysis.pooled == nil)
  #expect(analysis.cautions.count == 1)
}

@Test func oneStudyIsItsOwnAverage() throws {
  let analysis = try pool([ExampleEntry.study("A", 0.3)], title: "One", programme: nil)
  let pooled = try #require(analysis.pooled)
  #expect(abs(pooled.estimate - 0.3) < 1e-12)
  #expect(pooled.predictionInterval == nil)
  #expect(analysis.studies[0].shrunken == nil)
  #expect(analysis.cautions.count == 1)
}

@Test func twoStudiesHaveACaution() throws {
  let analysis = try pool(
    [ExampleEntry.study("A", 0.1), ExampleEntry.study("B", 0.5)], title: "Two", programme: nil)
  #expect(analysis.pooled != nil)
  #expect(analysis.cautions.count == 1)
  #expect(analysis.leaveOneOut.isEmpty)
}

@Test func equalEffectsDoNotTrap() throws {
  let studies = ["A", "B", "C"].map { ExampleEntry.study($0, 0.2) }
  let pooled = try #require(try pool(studies, title: "Equal", programme: nil).pooled)
  #expect(abs(pooled.estimate - 0.2) < 1e-12)
  #expect(pooled.tau2 == 0)
}

@Test func studiesOfOneDayComeTogether() throws {
  let studies = [
    ExampleEntry.study("C", 0.3, date: "2026-07-02"),
    ExampleEntry.study("A", 0.1, date: "2026-07-01"),
    ExampleEntry.study("B", 0.5, date: "2026-07-01"), ExampleEntry.study("D", 0.4),
  ]
  let analysis = try pool(studies, title: "Days", programme: nil)
  #expect(analysis.studies.map(\.study.id) == ["A", "B", "C", "D"])
  #expect(analysis.steps.map(\.count) == [2, 3, 4])
  #expect(analysis.steps.map(\.id) == ["B", "C", "D"])
  #expect(analysis.steps.last?.estimate == analysis.pooled?.estimate)
}

@Test func asGivenKeepsTheOrder() throws {
  let studies = [
    ExampleEntry.study("C", 0.3, date: "2026-07-02"),
    ExampleEntry.study("A", 0.1, date: "2026-07-01"),
  ]
  let analysis = try pool(
    studies, title: "Given", programme: nil, settings: PoolingSettings(order: .asGiven))
  #expect(analysis.studies.map(\.study.id) == ["C", "A"])
}

@Test func aVarianceThatIsNotPositiveIsRefused() {
  #expect(throws: EstimationError.self) {
    try pool(
      [ExampleEntry.study("A", 0.1, 0), ExampleEntry.study("B", 0.1)], title: "", programme: nil)
  }
}

@Suite(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
struct BCGTests {
  /// The BCG trials, pooled by REML with Knapp and Hartung, as metafor has them.
  @Test func thirteenTrialsAgreeWithR() throws {
    let text = String(decoding: try SharedFolder.data("reference/meta/bcg.csv"), as: UTF8.self)
    let studies = text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return ExampleEntry.study(cells[0], Double(cells[1]) ?? .nan, Double(cells[2]) ?? .nan)
    }
    #expect(studies.count == 13)
    let pooled = try #require(try pool(studies, title: "BCG", programme: nil).pooled)
    let all = try JSONSerialization.jsonObject(
      with: SharedFolder.data("reference/meta/reference.json"))
    let datasets = try #require((all as? [String: Any])?["datasets"] as? [String: Any])
    let bcg = try #require(datasets["bcg"] as? [String: Any])
    let reml = try #require((bcg["estimators"] as? [String: Any])?["REML"] as? [String: Any])
    let knha = try #require(reml["knha"] as? [String: Any])
    func close(_ value: Double?, _ expected: Any?, _ tolerance: Double = 1e-8) throws {
      let value = try #require(value)
      let expected = try #require(expected as? Double)
      #expect(abs(value - expected) <= tolerance * max(1, abs(expected)))
    }
    try close(pooled.estimate, reml["mu"])
    try close(pooled.tau2, reml["tau2"])
    try close(pooled.i2, reml["I2"])
    try close(pooled.h2, reml["H2"])
    try close(pooled.standardError, knha["se"])
    try close(pooled.p, knha["p"])
    try close(pooled.interval.low, knha["ci_lb"])
    try close(pooled.interval.high, knha["ci_ub"])
    let prediction = try #require(knha["pi_default_t_km1"] as? [Double])
    try close(pooled.predictionInterval?.low, prediction[0])
    try close(pooled.predictionInterval?.high, prediction[1])
  }
}
