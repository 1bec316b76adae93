import Cells
import Evidence
import Statistics
import StudyModel
import Testing

private func study(
  _ id: String, _ estimate: Double, deliverer: String? = nil, country: String = "GB",
  reach: String? = nil
) -> PooledStudy {
  var moderators: [String: String] = [:]
  moderators["delivered-by"] = deliverer
  moderators["reach"] = reach
  return PooledStudy(
    id: id, date: nil, estimate: estimate, variance: 0.01, country: country, programme: "p",
    area: .efficacy, design: .randomised, moderators: moderators)
}

@Suite struct PlacementTests {
  @Test(arguments: [
    (nil, nil, Area.efficacy), ("external", nil, .efficacy), ("class-teacher", nil, .efficacyPlus),
    ("class-teacher", "40", .practiceAtScale), ("external", "40", .efficacy),
  ])
  func deliveryDecides(deliverer: String?, reach: String?, area: Area) {
    let placed = placements(of: [study("A", 0.2, deliverer: deliverer, reach: reach)])
    #expect(placed.map(\.area) == [area])
    #expect(placed[0].rules.count == 2)
  }

  @Test func aProgrammeThatHoldsInTwoCountriesIsPressed() {
    let studies = [
      study("A", 0.2), study("B", 0.3), study("C", 0.2, country: "RW"),
      study("D", 0.1, country: "RW"),
    ]
    #expect(placements(of: studies).allSatisfy { $0.area == .efficacyPlus })
    #expect(placements(of: studies)[0].rules.last == "the programme has held in GB and RW")
    var turned = studies
    turned[2].estimate = -0.4
    #expect(placements(of: turned).allSatisfy { $0.area == .efficacy })
  }

  @Test func aTableOfEffectsSpeaksForItself() throws {
    let studies = try readEffects(
      DelimitedText("study,estimate,se,area\nA,0.2,0.1,practice-at-scale\nB,0.2,0.1,\n"),
      name: "e.csv"
    ).studies
    #expect(placements(of: studies).map(\.area) == [.practiceAtScale, .efficacy])
  }
}

@Suite struct EvidenceMapTests {
  /// 0.1 of 0.2 is left; each average has the variance 0.01/4.
  @Test func theRatioOfPracticeToEfficacyHasItsInterval() throws {
    let studies =
      ["A", "B", "C", "D"].map { study($0, 0.4, deliverer: "external") }
      + ["E", "F", "G", "H"].map { study($0, 0.2, deliverer: "class-teacher", reach: "9") }
    let settings = PoolingSettings(test: .z)
    let analysis = try pool(studies, title: "T", programme: "p", settings: settings)
    let survival = try #require(analysis.map?.survival)
    #expect((survival.from, survival.to) == (.efficacy, .practiceAtScale))
    #expect(abs(survival.ratio - 0.5) < 1e-9)
    #expect(survival.interval.low < 0.5 && survival.interval.high > 0.5)
  }

  @Test func recordsOfOtherProgrammesAreNotShown() throws {
    let analysis = try pool([study("A", 0.2)], title: "T", programme: "p")
    let policies = ["p", "q", nil].map { programme in
      PolicyRecord(
        body: "Ministry \(programme ?? "of all")", country: "RW", title: "", instrument: .law,
        status: .inForce, date: "2026-01-01", programme: programme, cites: [])
    }
    let way = Pathway(
      from: .efficacy, to: .policyPlans, date: "2026-02-01", programme: "p", helped: [.funding])
    let map = evidenceMap(
      of: analysis, records: PolicyRecords(policies: policies, pathways: [way]),
      settings: PoolingSettings())
    #expect(map.policies.map(\.programme) == [nil, "p"])
    #expect(map.areas.map(\.policies) == [0, 0, 2, 0])
    #expect(map.pathways == [way])
    // Eleven arrows, of which one is recorded.
    #expect(map.emptyWays.count == 10)
  }

  @Test func answersAreCountedByThirdsOfEffects() throws {
    let studies = (0..<9).map {
      var study = study("S-\($0)", Double($0) / 10)
      study.moderators = ["support": $0 < 3 ? "little" : "much", "weeks": "\($0)"]
      return study
    }
    let practices = try #require(
      try pool(studies, title: "T", programme: "p").map?.practices)
    #expect(practices.map(\.question) == ["support"])
    #expect(
      practices[0].answers.map { [$0.lowest, $0.middle, $0.highest] } == [[3, 0, 0], [0, 3, 3]])
  }

  @Test func thereIsNoWayBackFromEfficacyPlus() {
    #expect(!Pathway.isWay(from: .efficacyPlus, to: .efficacy))
    #expect(!Pathway.isWay(from: .efficacy, to: .efficacy))
    #expect(Pathway.isWay(from: .practiceAtScale, to: .efficacy))
  }
}
