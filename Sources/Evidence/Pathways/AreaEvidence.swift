package import Statistics
package import StudyModel

/// What is known in one of the four areas of evidence.
package struct AreaEvidence: Sendable {
  package var area: Area
  package var studies: Int
  package var pupils: Int
  /// Nil where the area has no study.
  package var estimate: Double?
  package var standardError: Double?
  package var interval: Interval?
  package var predictionInterval: Interval?
  /// How many studies have each level of certainty, in words.
  package var certainty: [String: Int]
  /// How many records of policy there are; none outside of policy plans.
  package var policies: Int
}

/// Every area, also those in which nothing is known.
func areas(
  of studies: [PooledStudy], _ policies: [PolicyRecord], _ settings: PoolingSettings
) -> [AreaEvidence] {
  Area.allCases.map { area in
    let members = studies.filter { $0.area == area }
    let fit = try? randomEffects(
      estimates: members.map(\.estimate), variances: members.map(\.variance),
      estimator: settings.estimator, test: settings.test, level: settings.level)
    return AreaEvidence(
      area: area, studies: members.count, pupils: members.compactMap(\.pupils).reduce(0, +),
      estimate: fit?.estimate, standardError: fit?.standardError, interval: fit?.interval,
      predictionInterval: members.count > 2 ? fit?.predictionInterval : nil,
      certainty: Dictionary(grouping: members.compactMap(\.certainty)) { $0 }
        .mapValues(\.count),
      policies: area == .policyPlans ? policies.count : 0)
  }
}
