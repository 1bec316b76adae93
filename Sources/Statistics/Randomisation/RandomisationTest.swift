/// How often a re-allocation of the same pupils gives a difference as large as the real one.
package struct RandomisationTest: Sendable, Hashable, Codable {
  /// How the allocations were gone through.
  package enum Method: String, Sendable, Codable {
    /// Every possible allocation.
    case enumeration
    /// Every possible allocation, by the distribution of the sum of marks.
    case convolution
    /// Random draws from a recorded seed.
    case draws
  }

  package let statistic: RandomisationStatistic
  package let observed: Double
  package let method: Method
  /// How many allocations there are.
  package let allocations: Double
  /// How many were looked at; with draws, the real one is counted as well.
  package let evaluated: Int
  /// How many of them have no such statistic; left out.
  package let undefined: Int
  package let p: TailProbabilities
  /// Of the draws.
  package let seed: UInt64?
}

/// How far a randomisation test may go.
package struct RandomisationEffort: Sendable, Hashable {
  /// Up to this many allocations are all gone through.
  package let enumerated: Double
  /// Otherwise this many are drawn.
  package let draws: Int
  package let seed: UInt64

  package init(enumerated: Double = 200_000, draws: Int = 9_999, seed: UInt64) {
    self.enumerated = enumerated
    self.draws = draws
    self.seed = seed
  }

  /// All of up to three million.
  package static func exact(seed: UInt64) -> RandomisationEffort {
    RandomisationEffort(enumerated: 3_000_000, seed: seed)
  }
}

/// Replays the allocation and compares the real difference with all others.
///
/// One element per pupil in each array; `before` is used by the adjusted difference only.
/// - Throws: `noComparison` when an arm is empty; `collinear` when the real allocation cannot be
///   told from what is adjusted for; `invalid` when the allocation does not follow the scheme.
package func randomisationTest(
  _ statistic: RandomisationStatistic, after: [Double], before: [Double]?,
  isIntervention: [Bool], scheme: AllocationScheme, effort: RandomisationEffort
) throws(EstimationError) -> RandomisationTest {
  try EstimationError.check(observations: after)
  guard after.count == isIntervention.count, before == nil || before?.count == after.count
  else { throw .invalid("the columns differ in length") }
  guard isIntervention.contains(true), isIntervention.contains(false) else {
    throw .noComparison
  }
  let blocks = try scheme.blocks(isIntervention: isIntervention)
  let measure = try AllocationStatistic(
    statistic, after: after, before: before, strata: scheme.strata)
  let sums = measure.sums(of: isIntervention.indices.filter { isIntervention[$0] })
  guard let observed = measure.value(sums), observed.isFinite else { throw .collinear }
  let replay = AllocationReplay(blocks: blocks, measure: measure, observed: observed)
  if replay.allocations <= effort.enumerated { return replay.enumerated() }
  if statistic == .meanDifference,
    let test = replay.convolved(after: after, isIntervention: isIntervention)
  {
    return test
  }
  return replay.drawn(effort.draws, seed: effort.seed)
}
