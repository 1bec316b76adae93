package import Statistics
package import StudyModel

/// What the studies say in one of the four areas of evidence.
package struct AreaEvidence: Sendable {
  package var area: Area
  package var studies: Int
  package var pupils: Int
  /// Nil where the area has no study.
  package var estimate: Double?
  package var interval: Interval?
  package var predictionInterval: Interval?
}

/// Every area, also those in which nothing is known: the empty ones are the point.
///
/// A study is in the area that its programme names.
func areas(of studies: [PooledStudy], _ settings: PoolingSettings) -> [AreaEvidence] {
  Area.allCases.map { area in
    let members = studies.filter { $0.area == area }
    let fit = try? randomEffects(
      estimates: members.map(\.estimate), variances: members.map(\.variance),
      estimator: settings.estimator, test: settings.test, level: settings.level)
    return AreaEvidence(
      area: area, studies: members.count, pupils: members.compactMap(\.pupils).reduce(0, +),
      estimate: fit?.estimate, interval: fit?.interval,
      predictionInterval: members.count > 2 ? fit?.predictionInterval : nil)
  }
}
