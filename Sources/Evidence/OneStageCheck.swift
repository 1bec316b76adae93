import Analysis
package import Statistics
import StudyModel

/// The average by one model over the sums of all pupils, beside the average of the effects of
/// studies, and what lies between the two.
package struct OneStageCheck: Sendable, Hashable {
  /// Studies whose sums went into it.
  package var studies: Int
  /// In standard deviations.
  package var effect: Double
  package var interval: Interval
  /// In marks.
  package var difference: Double
  /// One for all schools, in marks.
  package var standardDeviation: Double
  /// Between schools, in standard deviations.
  package var tau: Double
  /// From the average of the report to that of the one model, in steps that add up.
  package var steps: [Step]

  /// One reason why the two differ.
  package struct Step: Sendable, Hashable {
    package var reason: Reason
    /// The average after it.
    package var effect: Double
  }

  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The average as it is reported.
    case reported
    /// The same for those studies alone that gave sums of one test.
    case sameStudies = "same-studies"
    /// Marks averaged first, and divided by one standard deviation for all schools.
    case oneStandardDeviation = "one-standard-deviation"
    /// All schools in one model, with one residual variance.
    case oneModel = "one-model"
  }
}

/// Nil where fewer than two studies gave sums of one and the same test.
///
/// Where tutors and tutees were both measured, the tutees' sums count: whom the programme is for.
/// Whole classes are left out: their pupils are not apart.
/// - Source: Riley and others (2023), Statistics in Medicine.
package func oneStageCheck(
  of entries: [EvidenceEntry], outcome: String, analysis: CumulativeAnalysis,
  settings: PoolingSettings
) -> OneStageCheck? {
  let pooled = Set(analysis.studies.map(\.study.id))
  let known = entries.filter { pooled.contains($0.identity.study) && $0.design != .cluster }
    .sorted { $0.identity.study < $1.identity.study }
    .compactMap { entry in entry.effectForOneStage(outcome).map { (entry, $0) } }
    .filter { (try? ancova(blocks: blocks(of: $0.1.sufficient))) != nil }
  let tests = Dictionary(grouping: known, by: \.1.test)
  // The test of most studies; of several, the first by name.
  guard
    let test = tests.keys.sorted().max(by: {
      (tests[$0]?.count ?? 0) < (tests[$1]?.count ?? 0)
    }),
    let members = tests[test], members.count > 1, let reported = analysis.pooled
  else { return nil }
  let schools = members.map { blocks(of: $0.1.sufficient) }
  let fits = schools.compactMap { try? ancova(blocks: $0, level: settings.level) }
  guard fits.count == schools.count,
    let one = try? oneStageFit(schools: schools, level: settings.level)
  else { return nil }
  let deviation = one.pooledStandardDeviation
  guard
    let effects = try? average(
      of: members.map { $0.1.g ?? 0 }, fits: fits, unit: deviation, settings),
    let marks = try? average(of: fits.map(\.difference), fits: fits, unit: 1, settings)
  else { return nil }
  return OneStageCheck(
    studies: one.schools, effect: one.effect, interval: one.effectInterval,
    difference: one.difference.estimate, standardDeviation: deviation,
    tau: one.tau2.squareRoot() / deviation,
    steps: [
      .init(reason: .reported, effect: reported.estimate),
      .init(reason: .sameStudies, effect: effects),
      .init(reason: .oneStandardDeviation, effect: marks / deviation),
      .init(reason: .oneModel, effect: one.effect),
    ])
}

/// The random-effects mean of values, one for each school, in two stages: with one residual
/// variance for all schools, so that only their sizes weigh.
///
/// `unit` is how many marks make one of the values: 1, or a standard deviation.
private func average(
  of values: [Double], fits: [AncovaEstimate], unit: Double, _ settings: PoolingSettings
) throws(EstimationError) -> Double {
  let freedom = fits.map(\.degreesOfFreedom).reduce(0, +)
  let residual = fits.map(\.residualSumOfSquares).reduce(0, +) / freedom
  let variances = fits.map { fit -> Double in
    let own = fit.residualSumOfSquares / fit.degreesOfFreedom
    let share = fit.differenceStandardError * fit.differenceStandardError / own
    return share * residual / (unit * unit)
  }
  return try randomEffects(
    estimates: values, variances: variances, estimator: settings.estimator,
    test: settings.test, level: settings.level
  ).estimate
}

extension EvidenceEntry {
  fileprivate func effectForOneStage(_ outcome: String) -> EvidenceEffect? {
    let usable = effects.filter { $0.outcome == outcome && $0.g != nil && !$0.sufficient.isEmpty }
    return usable.first { $0.role == .tutee } ?? usable.first
  }
}

/// The sums of the two arms; blocks and pairs of the draw are not told apart here.
private func blocks(of sums: [SufficientStatistics]) -> [BlockSums] {
  func total(_ arm: Arm) -> MarkSums {
    sums.filter { $0.arm == arm }.map(\.sums).reduce(.none, +)
  }
  return [BlockSums(intervention: total(.intervention), comparison: total(.comparison))]
}
