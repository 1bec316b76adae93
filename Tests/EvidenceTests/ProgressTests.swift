import Analysis
import Evidence
import Statistics
import StudyModel
import Testing

@Suite struct SequentialTests {
  private func studies(_ count: Int, _ effect: Double, variance: Double = 0.05) -> [PooledStudy] {
    (0..<count).map { ExampleEntry.study("S-\($0)", effect + 0.01 * Double($0 % 3), variance) }
  }

  /// (1.96 + 0.8416)²/0.04 = 196.2; twenty studies of variance 0.05 give 400.
  @Test func theShareOfTheEvidenceIsItsInformation() throws {
    let view = try #require(try pool(studies(20, 0.2), title: "T", programme: nil).sequential)
    #expect(abs(view.requiredInformation - 196.22) < 0.01)
    #expect(abs(view.fraction - 400 / 196.22) < 1e-3)
    #expect(view.studiesToCome == 0)
    #expect(view.looks.last?.fraction == 1)
    #expect(view.isCrossed)
  }

  @Test func boundariesComeNearerAsEvidenceGrows() throws {
    let view = try #require(try pool(studies(7, 0.0), title: "T", programme: nil).sequential)
    #expect(!view.isCrossed)
    #expect(view.studiesToCome == 3)
    #expect(zip(view.looks, view.looks.dropFirst()).allSatisfy { $0.boundary > $1.boundary })
  }

  @Test func manyStudiesAreLookedAtAFewTimes() throws {
    let view = try #require(
      try pool(studies(600, 0.1, variance: 0.5), title: "T", programme: nil).sequential)
    #expect((10...26).contains(view.looks.count))
  }

  @Test func moreStudiesNarrowTheAverage() throws {
    let next = try #require(try pool(studies(8, 0.2), title: "T", programme: nil).next)
    #expect(next.plans.first?.studies == 0)
    #expect(zip(next.plans, next.plans.dropFirst()).allSatisfy { $0.studies <= $1.studies })
    let margins = Dictionary(grouping: next.plans, by: \.size)[1]?.map(\.averageMargin) ?? []
    #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 > $1 })
    #expect(next.chanceAboveZero > next.chanceAboveTarget)
  }
}

@Suite struct OneStageTests {
  /// Schools whose marks rise by exactly two in the intervention arm, over a slope of one.
  private func entry(_ school: String, pupils: Int) -> EvidenceEntry {
    func sums(_ arm: Arm, raisedBy gain: Double) -> SufficientStatistics {
      let before = (0..<pupils).map { Double($0 % 7) }
      let after = before.enumerated().map { $1 + gain + ($0.isMultiple(of: 2) ? 1 : -1) }
      return SufficientStatistics(
        arm: arm, block: "", count: pupils, sumBefore: before.reduce(0, +),
        sumAfter: after.reduce(0, +), sumBeforeSquared: before.reduce(0) { $0 + $1 * $1 },
        sumAfterSquared: after.reduce(0) { $0 + $1 * $1 },
        sumBeforeAfter: zip(before, after).reduce(0) { $0 + $1.0 * $1.1 })
    }
    var effect = ExampleEntry.effect(0.9, pupils: (pupils, pupils))
    effect.sufficient = [sums(.intervention, raisedBy: 2), sums(.comparison, raisedBy: 0)]
    return ExampleEntry.entry(school, [effect])
  }

  @Test func theStepsLeadFromOneAverageToTheOther() throws {
    let entries = [entry("S-1", pupils: 14), entry("S-2", pupils: 28), entry("S-3", pupils: 21)]
    let settings = PoolingSettings()
    let analysis = try pool(
      studiesToPool(from: entries, outcome: "reading", variance: .pooled), title: "T",
      programme: "example")
    let check = try #require(
      oneStageCheck(of: entries, outcome: "reading", analysis: analysis, settings: settings))
    #expect(check.studies == 3)
    #expect(abs(check.difference - 2) < 0.05)
    #expect(check.steps.map(\.reason) == OneStageCheck.Reason.allCases)
    #expect(check.steps.first?.effect == analysis.pooled?.estimate)
    #expect(check.steps.last?.effect == check.effect)
    #expect(abs(check.effect - check.difference / check.standardDeviation) < 1e-12)
  }
}

@Suite struct ModeratorDesignTests {
  private let studies = (0..<12).map { index -> PooledStudy in
    var study = ExampleEntry.study(
      "S-\(index)", Double(index % 5) / 10, 0.04 + 0.001 * Double(index))
    study.country = index.isMultiple(of: 3) ? "GB" : index.isMultiple(of: 2) ? "KE" : "RW"
    study.moderators = ["weeks": "\(8 + index)"]
    return study
  }

  @Test(arguments: [
    ("weeks", ["weeks"]), ("country", ["country KE", "country RW"]),
    ("weeks + country", ["weeks", "country KE", "country RW"]),
    (
      "weeks * country",
      [
        "weeks", "country KE", "country RW", "weeks:country KE", "weeks:country RW",
      ]
    ),
    ("weeks : country", ["weeks:country KE", "weeks:country RW"]),
  ])
  func formulasHaveTheirColumns(formula: String, names: [String]) throws {
    let settings = PoolingSettings(moderators: [formula], permutations: 19)
    let analysis = try pool(studies, title: "T", programme: nil, settings: settings)
    let moderator = try #require(analysis.moderators.first, "\(analysis.cautions)")
    #expect(moderator.names == names)
    #expect(moderator.fit.coefficients.count == names.count + 1)
    #expect((0...1).contains(moderator.permutation?.jointP ?? -1))
  }

  @Test(arguments: ["phase", "weeks + nonsense", "weeks + weeks:", ""])
  func whatCannotBeToldIsSaid(formula: String) throws {
    let settings = PoolingSettings(moderators: [formula], permutations: 19)
    let analysis = try pool(studies, title: "T", programme: nil, settings: settings)
    #expect(analysis.moderators.isEmpty)
    #expect(analysis.cautions.count == 1)
  }
}

@Suite struct OddDataTests {
  @Test func oneHugeOutlierIsPointedOut() throws {
    let studies =
      (0..<11).map { ExampleEntry.study("S-\($0)", 0.2 + 0.02 * Double($0 % 4), 0.04) }
      + [ExampleEntry.study("far", 25, 0.04)]
    let analysis = try pool(studies, title: "T", programme: nil)
    #expect(analysis.cautions.contains { $0.contains("far") && $0.contains("far from all others") })
    #expect(analysis.studies.last?.influence?.isInfluential == true)
  }

  @Test func theVerySameEffectEverywhereIsPointedOut() throws {
    let studies = (0..<12).map { ExampleEntry.study("S-\($0)", 0.2) }
    let analysis = try pool(studies, title: "T", programme: nil)
    #expect(analysis.cautions.contains { $0.contains("the very same effect") })
    #expect(analysis.pooled?.interval.width == 0)
  }

  @Test func manyStudiesHaveFewLines() throws {
    let studies = (0..<500).map { index -> PooledStudy in
      var study = ExampleEntry.study("S-\(index)", Double(index % 7) / 10, 0.04)
      study.country = index < 300 ? "GB" : "RW"
      return study
    }
    let analysis = try pool(studies, title: "T", programme: nil)
    let forest = forestLines(of: analysis)
    #expect(forest.groupedBy == "country")
    #expect(forest.lines.map(\.studies) == [300, 200])
    #expect(abs(forest.lines.map(\.weight).reduce(0, +) - 100) < 1e-9)
    let all = forest.lines.map { $0.weight * $0.estimate }.reduce(0, +) / 100
    #expect(abs(all - (analysis.pooled?.estimate ?? 0)) < 1e-9)
    #expect(forestLines(of: analysis, most: 500).lines.count == 500)
  }
}
