package import Statistics
import StudyModel

/// The differences before the programme began, over all studies in which chance formed the groups.
///
/// Chance makes them zero on average, and gives them no more spread than pupils have.
package struct BaselineAudit: Sendable, Hashable {
  package var studies: Int
  /// What was averaged, in the order of the studies.
  package var estimates: [Double]
  package var variances: [Double]
  package var estimate: Double
  package var interval: Interval
  package var p: Double
  package var tau2: Double
  /// Of the differences beyond what pupils give.
  package var q: Double
  package var qP: Double
  /// The same by country, where there are several with three studies or more.
  package var places: [Place]

  package struct Place: Sendable, Hashable {
    package var name: String
    package var studies: Int
    package var estimate: Double
    package var p: Double
  }

  /// Whether the differences are such as chance rarely gives.
  package var isOdd: Bool { p < 0.05 || qP < 0.05 }
}

/// Nil where fewer than two studies were formed by chance.
package func baselineAudit(
  of entries: [EvidenceEntry], outcome: String, settings: PoolingSettings
) -> BaselineAudit? {
  let differences = entries.sorted { $0.identity.study < $1.identity.study }
    .filter(\.isByChance).flatMap { entry in entry.baselineDifferences(outcome) }
  guard differences.count > 1, let fit = try? pool(differences, settings) else { return nil }
  let countries = Dictionary(grouping: differences) { $0.country ?? "" }
  let places = countries.filter { !$0.key.isEmpty && $0.value.count > 2 }
    .sorted { $0.key < $1.key }
    .compactMap { name, members -> BaselineAudit.Place? in
      (try? pool(members, settings)).map {
        BaselineAudit.Place(
          name: name, studies: members.count, estimate: $0.estimate, p: $0.p)
      }
    }
  return BaselineAudit(
    studies: differences.count, estimates: differences.map(\.g),
    variances: differences.map(\.variance), estimate: fit.estimate, interval: fit.interval,
    p: fit.p,
    tau2: fit.tau2, q: fit.q, qP: fit.qP, places: places.count > 1 ? places : [])
}

/// A difference before, in standard deviations, with the variance that chance gives it.
private struct BaselineDifference {
  var country: String?
  var g: Double
  var variance: Double
}

private func pool(
  _ differences: [BaselineDifference], _ settings: PoolingSettings
) throws(EstimationError) -> RandomEffectsFit {
  try randomEffects(
    estimates: differences.map(\.g), variances: differences.map(\.variance),
    estimator: settings.estimator, test: settings.test, level: settings.level)
}

extension EvidenceEntry {
  /// Whether chance decided who was in which arm, and the design says so too.
  var isByChance: Bool {
    guard assignment == .random else { return false }
    switch design {
    case .randomised, .pairs, .cluster, .partiallyNested: return true
    case .matched, .single: return false
    }
  }

  /// One for each study: tutors and tutees are drawn apart, but marked by one school.
  fileprivate func baselineDifferences(_ outcome: String) -> [BaselineDifference] {
    let known = effects.filter {
      $0.outcome == outcome && $0.baselineG != nil && $0.intervention > 0 && $0.comparison > 0
    }
    guard let effect = known.first(where: { $0.role == .tutee }) ?? known.first,
      let g = effect.baselineG
    else { return [] }
    let counts = 1 / Double(effect.intervention) + 1 / Double(effect.comparison)
    return [
      BaselineDifference(
        country: identity.country, g: g, variance: counts * effect.clusterInflation)
    ]
  }
}
