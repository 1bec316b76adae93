/// The comparison of two groups by order alone.
package struct MannWhitneyTest: Sendable, Hashable, Codable {
  /// How many of the n₁·n₂ pairs the intervention group wins, ties counting a half.
  package let u: Double
  /// U/(n₁n₂): the chance that a pupil of the intervention group is above one of the comparison.
  package let probabilityOfSuperiority: Double
  /// 2·probability − 1, from −1 to 1.
  package let cliffsDelta: Double
  package let hasTies: Bool
  /// Of U, corrected for ties.
  package let variance: Double
  /// By the normal approximation; nil when all values are equal.
  package let plain: NormalTest?
  /// The same with the continuity correction.
  package let corrected: NormalTest?
  /// Exact, over all ways to deal the ranks out, with ties; nil where that takes too long.
  package let exactP: Double?
  /// Unbiased; nil for a group of one.
  package let deltaVariance: Double?
  /// Of Cliff's δ (Cliff 1996, asymmetric); nil where it does not exist.
  package let deltaInterval: Interval?
  /// The median of all differences between a value of the one and of the other group.
  package let hodgesLehmann: Double
  package let level: Double

  /// The exact p where there is one, else the corrected one, else 1: all values are equal.
  package var p: Double { exactP ?? corrected?.p ?? 1 }

  /// Of the probability of superiority, from that of Cliff's δ.
  package var superiorityInterval: Interval? {
    deltaInterval.map { Interval(low: (1 + $0.low) / 2, high: (1 + $0.high) / 2) }
  }
}

/// A statistic that is compared with the normal distribution.
package struct NormalTest: Sendable, Hashable, Codable {
  package let z: Double
  /// Two-sided.
  package let p: Double

  init(z: Double) {
    self.z = z
    p = Normal.twoSidedP(z)
  }
}

/// The Mann–Whitney test, probability of superiority, Cliff's δ and the Hodges–Lehmann difference.
///
/// - Throws: `noComparison` for an empty group.
package func mannWhitney(
  intervention: [Double], comparison: [Double], level: Double = 0.95
) throws(EstimationError) -> MannWhitneyTest {
  let tail = try upperTail(outside: level)
  try EstimationError.check(observations: intervention + comparison)
  guard !intervention.isEmpty, !comparison.isEmpty else { throw .noComparison }
  let dominance = Dominance(intervention, comparison)
  let ranks = MidRanks(intervention + comparison)
  let pairs = Double(intervention.count * comparison.count)
  let total = Double(intervention.count + comparison.count)
  let variance = pairs / 12 * (total + 1 - ranks.tieSum / (total * (total - 1)))
  let u = pairs * (dominance.delta + 1) / 2
  let excess = u - pairs / 2
  let isVaried = ranks.values.contains { $0 != ranks.values[0] }
  let error = variance.squareRoot()
  let towardsZero = excess == 0 ? 0 : (excess > 0 ? 0.5 : -0.5)
  let deltaVariance = dominance.variance
  return MannWhitneyTest(
    u: u, probabilityOfSuperiority: u / pairs, cliffsDelta: dominance.delta,
    hasTies: ranks.tieSum > 0, variance: isVaried ? variance : 0,
    plain: isVaried ? NormalTest(z: excess / error) : nil,
    corrected: isVaried ? NormalTest(z: (excess - towardsZero) / error) : nil,
    exactP: exactP(ranks, treated: intervention.count), deltaVariance: deltaVariance,
    deltaInterval: deltaVariance.flatMap {
      dominance.interval(variance: $0, z: Normal.upperQuantile(tail))
    },
    hodgesLehmann: hodgesLehmann(intervention, comparison), level: level)
}

/// Over all ways to deal out the ranks; the treated are the first `treated`.
private func exactP(_ ranks: MidRanks, treated: Int) -> Double? {
  // Twice the mid-ranks, less the smallest, over their common divisor: the same sums, but shorter.
  let doubled = ranks.values.map { Int((2 * $0).rounded()) }
  let smallest = doubled.min() ?? 0
  let divisor = max(1, doubled.reduce(0) { greatestCommonDivisor($0, $1 - smallest) })
  let scores = doubled.map { ($0 - smallest) / divisor }
  // The smaller group has the same distribution seen from the other side.
  let isTreatedSmaller = 2 * treated <= scores.count
  let group = isTreatedSmaller ? scores.prefix(treated) : scores.suffix(scores.count - treated)
  let blocks = [(scores: scores, treated: group.count)]
  let total = scores.reduce(0, +)
  return SumDistribution(blocks)?.tails(
    observed: group.reduce(0, +), twice: scores.count, centre: group.count * total
  ).twoSided
}

private func hodgesLehmann(_ first: [Double], _ second: [Double]) -> Double {
  quantile(ofSorted: first.flatMap { x in second.map { x - $0 } }.sorted(), at: 0.5)
}
