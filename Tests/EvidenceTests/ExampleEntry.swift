import Analysis
import Evidence
import StudyModel

/// Entries for tests.
enum ExampleEntry {
  static func effect(
    _ g: Double?, role: Role? = nil, pupils: (Int, Int) = (20, 20), ratio: Double = 0.5,
    comparisonSum: Double = 100
  ) -> EvidenceEffect {
    let treated = Double(pupils.0)
    let compared = Double(pupils.1)
    let error = (ratio * (1 / treated + 1 / compared)).squareRoot()
    return EvidenceEffect(
      outcome: "reading", test: "Test", role: role, g: g, standardError: g.map { _ in error },
      reason: g == nil ? "There was no comparison group." : nil, intervention: pupils.0,
      comparison: pupils.1, started: pupils.0 + pupils.1, pooledStandardDeviation: 4,
      differenceStandardError: error * 4, clusterInflation: 1,
      clusterDegreesOfFreedom: treated + compared - 2, baselineG: 0, certainty: .moderate,
      sufficient: [
        SufficientStatistics(
          arm: .comparison, block: "", count: pupils.1, sumBefore: comparisonSum, sumAfter: 1,
          sumBeforeSquared: 1, sumAfterSquared: 1, sumBeforeAfter: 1)
      ])
  }

  static func entry(
    _ school: String, _ effects: [EvidenceEffect], date: String? = "2026-06-01",
    hash: String = "a"
  ) -> EvidenceEntry {
    EvidenceEntry(
      identity: StudyIdentity(
        school: school, programme: "example", wave: "2026-1", workbook: "0000-0000",
        country: "GB"),
      programmeTitle: "Example", programmeVersion: "1", strategy: "peer-tutoring",
      phase: "primary", area: .efficacy, design: .randomised, assignment: .random, date: date,
      effects: effects, moderators: ["deliverer": "teacher"], dataHash: hash,
      toolVersion: "0.1.0")
  }

  static func study(
    _ id: String, _ estimate: Double, _ variance: Double = 0.05, date: String? = nil
  ) -> PooledStudy {
    PooledStudy(id: id, date: date, estimate: estimate, variance: variance)
  }
}
