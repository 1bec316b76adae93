import CEigen

/// The exact distribution of a sum of whole-number scores over the treated, when within each block
/// a fixed number is treated and every choice is as likely.
struct SumDistribution {
  /// The smallest sum with a probability.
  private(set) var lowest = 0
  /// The probability of each sum from `lowest` up.
  private(set) var probabilities = [1.0]

  /// About how many additions the distribution takes.
  private static func cost(_ blocks: [(scores: [Int], treated: Int)]) -> Double {
    var width = 1.0
    return blocks.reduce(0) { cost, block in
      let range = Double(Self.range(block.scores, block.treated))
      width += range
      return cost + Double(block.scores.count * block.treated) * range + range * width
    }
  }

  /// Nil when the distribution would take too long or too much memory.
  init?(_ blocks: [(scores: [Int], treated: Int)]) {
    guard Self.cost(blocks) < 2e9 else { return nil }
    for block in blocks {
      guard add(block.scores, treated: block.treated) else { return nil }
    }
  }

  private static func range(_ scores: [Int], _ treated: Int) -> Int {
    let lowest = scores.min() ?? 0
    return scores.sorted(by: >).prefix(treated).reduce(1) { $0 + $1 - lowest }
  }

  private mutating func add(_ scores: [Int], treated: Int) -> Bool {
    guard treated > 0, let smallest = scores.min() else { return true }
    var ways = [Double](repeating: 0, count: Self.range(scores, treated))
    let shifted = scores.map { Int32($0 - smallest) }.sorted()
    let status = ce_subset_sums(
      shifted, Int32(shifted.count), Int32(treated), Int32(ways.count), &ways)
    guard status == 0 else { return false }
    let total = ways.reduce(0, +)
    combine(ways.map { $0 / total }, offset: treated * smallest)
    return true
  }

  private mutating func combine(_ block: [Double], offset: Int) {
    var combined = [Double](repeating: 0, count: probabilities.count + block.count - 1)
    for (shift, probability) in block.enumerated() where probability > 0 {
      for index in probabilities.indices {
        combined[shift + index] += probability * probabilities[index]
      }
    }
    probabilities = combined
    lowest += offset
  }

  /// P(statistic of the sum as extreme as `observed`), for a statistic that rises with the sum.
  ///
  /// `twice` and `centre`: the statistic is `twice`·sum − `centre`, in whole numbers, so that equal
  /// is equal.
  func tails(observed: Int, twice: Int, centre: Int) -> TailProbabilities {
    var tails = TailProbabilities(twoSided: 0, greater: 0, less: 0)
    let reference = twice * observed - centre
    for (index, probability) in probabilities.enumerated() {
      let statistic = twice * (lowest + index) - centre
      if abs(statistic) >= abs(reference) { tails.twoSided += probability }
      if statistic >= reference { tails.greater += probability }
      if statistic <= reference { tails.less += probability }
    }
    tails.limitToOne()
    return tails
  }
}

/// How likely a statistic as extreme as the observed one is.
package struct TailProbabilities: Sendable, Hashable, Codable {
  /// As far from 0 in either direction.
  package var twoSided: Double
  package var greater: Double
  package var less: Double

  mutating func limitToOne() {
    twoSided = min(1, twoSided)
    greater = min(1, greater)
    less = min(1, less)
  }
}
