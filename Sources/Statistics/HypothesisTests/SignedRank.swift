/// Wilcoxon's signed-rank test of paired differences, by the normal approximation.
package struct SignedRankTest: Sendable, Hashable, Codable {
  /// The sum of the ranks of the positive differences.
  package let v: Double
  /// With continuity correction, two-sided.
  package let p: Double
}

/// Tests whether differences lie around 0 by their order; differences of 0 are left out.
///
/// - Throws: `tooFewObservations` when every difference is 0.
package func signedRankTest(
  differences: [Double]
) throws(EstimationError) -> SignedRankTest {
  try EstimationError.check(observations: differences)
  let moved = differences.filter { $0 != 0 }
  guard !moved.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
  let ranks = MidRanks(moved.map(abs))
  let v = zip(moved, ranks.values).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
  let n = Double(moved.count)
  let variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieSum / 48
  let excess = v - n * (n + 1) / 4
  let towardsZero = excess == 0 ? 0 : (excess > 0 ? 0.5 : -0.5)
  return SignedRankTest(v: v, p: Normal.twoSidedP((excess - towardsZero) / variance.squareRoot()))
}
