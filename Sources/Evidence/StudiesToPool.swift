import Analysis
import Statistics
import StudyModel

/// Pupils of both groups together from which an effect may be pooled.
///
/// With fewer, a standard error says too little of how unsure the effect is: where nothing works,
/// a range of 95 % from two pupils in each group misses nothing 15 times in 100, from five 8 times;
/// and such an effect may be of any size. Its school's own report says that none can be told yet.
package let fewestToPool = 10

/// The effects of one programme and outcome, one for each study.
///
/// Entries without an effect, without a comparison group, or with fewer than ``fewestToPool`` pupils
/// are left out. Where tutors and tutees
/// were both measured, the study's effect is the mean of the two, with the variance of that mean.
package func studiesToPool(
  from entries: [EvidenceEntry], outcome: String, variance: PoolingVariance
) -> [PooledStudy] {
  let sorted = entries.sorted { $0.identity.study < $1.identity.study }
  let all = sorted.map { $0.poolable(outcome) }
  let variances = variance == .pooled ? sharedVariances(of: all) : all.map { $0.map(\.ownVariance) }
  return zip(sorted, zip(all, variances)).compactMap { entry, effects in
    entry.study(effects: effects.0, variances: effects.1)
  }
}

/// The variances of effects that were measured with one test are worked out from all of them
/// together; where that cannot be, each keeps its own.
private func sharedVariances(of studies: [[EvidenceEffect]]) -> [[Double]] {
  var variances = studies.map { $0.map(\.ownVariance) }
  let places = studies.indices.flatMap { study in
    studies[study].indices.map { (study: study, effect: $0) }
  }
  for (_, members) in Dictionary(grouping: places, by: { studies[$0.study][$0.effect].test }) {
    let known = members.filter { studies[$0.study][$0.effect].toPool != nil }
    let effects = known.compactMap { studies[$0.study][$0.effect].toPool }
    guard let shared = try? poolingVariances(effects) else { continue }
    for (place, variance) in zip(known, shared.variances) {
      variances[place.study][place.effect] = variance
    }
  }
  return variances
}

extension EvidenceEffect {
  /// 1/n₁ + 1/n₂.
  fileprivate var inverseCounts: Double { 1 / Double(intervention) + 1 / Double(comparison) }

  fileprivate var hasRange: Bool { g != nil && (standardError ?? 0) > 0 }

  fileprivate var pupils: Int { intervention + comparison }

  fileprivate var ownVariance: Double { (standardError ?? 0) * (standardError ?? 0) }
}

extension EvidenceEntry {
  /// The effects that may be pooled.
  fileprivate func poolable(_ outcome: String) -> [EvidenceEffect] {
    effects.filter { $0.outcome == outcome && $0.hasRange && $0.pupils >= fewestToPool }
  }

  /// Whether it has an effect, and each is of too few pupils to be pooled.
  package var isTooSmallToPool: Bool {
    let ranged = effects.filter(\.hasRange)
    return !ranged.isEmpty && ranged.allSatisfy { $0.pupils < fewestToPool }
  }

  fileprivate func study(effects: [EvidenceEffect], variances: [Double]) -> PooledStudy? {
    guard !effects.isEmpty else { return nil }
    let count = Double(effects.count)
    var total = variances.reduce(0, +)
    for (one, other) in sharedComparisons(of: effects) {
      total += 2 * covariance(one, other)
    }
    return PooledStudy(
      id: identity.study, date: date,
      estimate: effects.compactMap(\.g).reduce(0, +) / count, variance: total / (count * count),
      pupils: pupils(in: effects), country: identity.country, phase: phase,
      programme: identity.programme, area: area, design: design,
      certainty: effects.map(\.certainty).min()?.rawValue, moderators: moderators,
      precision: (effects.reduce(0) { $0 + $1.inverseCounts }).squareRoot() / count,
      parts: parts(of: effects, variances: variances))
  }

  /// Tutors and tutees are two effects at most, so that each has one before it or none.
  private func parts(
    of effects: [EvidenceEffect], variances: [Double]
  ) -> [PooledStudy.Part] {
    effects.indices.map { index in
      let isShared = index > 0 && sharesComparison(effects[index - 1], effects[index])
      return PooledStudy.Part(
        estimate: effects[index].g ?? 0, variance: variances[index],
        covarianceWithPrevious: isShared
          ? covariance(effects[index - 1], effects[index]) : 0)
    }
  }

  /// The pairs of effects that were measured against the same comparison pupils.
  private func sharedComparisons(
    of effects: [EvidenceEffect]
  ) -> [(EvidenceEffect, EvidenceEffect)] {
    effects.indices.flatMap { first in
      effects.indices.filter { $0 > first && sharesComparison(effects[first], effects[$0]) }
        .map { (effects[first], effects[$0]) }
    }
  }

  /// The same sums in the comparison arm are the same pupils.
  private func sharesComparison(_ one: EvidenceEffect, _ other: EvidenceEffect) -> Bool {
    let first = one.sufficient.filter { $0.arm == .comparison }
    return first == other.sufficient.filter { $0.arm == .comparison }
      && first.contains { $0.count > 0 }
  }

  /// φ/n₂ + g₁g₂/(2N): 1/n₂ shrinks like the variances, by what the before-marks explain.
  ///
  /// - Source: Gleser & Olkin (2009), as in the analysis plan.
  private func covariance(_ one: EvidenceEffect, _ other: EvidenceEffect) -> Double {
    let pupils = Double(one.intervention + other.intervention + one.comparison)
    let ratio = ((one.residualRatio ?? 1) * (other.residualRatio ?? 1)).squareRoot()
    return ratio / Double(one.comparison) + (one.g ?? 0) * (other.g ?? 0) / (2 * pupils)
  }

  private func pupils(in effects: [EvidenceEffect]) -> Int {
    let all = effects.map { $0.intervention + $0.comparison }.reduce(0, +)
    let counted = sharedComparisons(of: effects).map(\.0.comparison).reduce(0, +)
    return all - counted
  }
}
