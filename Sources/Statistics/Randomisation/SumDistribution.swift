/// The exact distribution of a sum of whole-number scores over the treated, when within each block
/// a fixed number is treated and every choice is as likely.
struct SumDistribution {
  /// The smallest sum with a probability.
  private(set) var lowest = 0
  /// The probability of each sum from `lowest` up.
  private(set) var probabilities = [1.0]

  /// How many additions the distribution takes, to decide beforehand whether it is worth it.
  static func cost(_ blocks: [(scores: [Int], treated: Int)]) -> Double {
    var width = 1.0
    return blocks.reduce(0) { cost, block in
      let range = Double(Self.range(block.scores, block.treated))
      width += range
      return cost + Double(block.scores.count * block.treated) * range + range * width
    }
  }

  init(_ blocks: [(scores: [Int], treated: Int)]) {
    for block in blocks { add(block.scores, treated: block.treated) }
  }

  private static func range(_ scores: [Int], _ treated: Int) -> Int {
    let lowest = scores.min() ?? 0
    return scores.sorted(by: >).prefix(treated).reduce(1) { $0 + $1 - lowest }
  }

  private mutating func add(_ scores: [Int], treated: Int) {
    guard treated > 0, let smallest = scores.min() else { return }
    let width = Self.range(scores, treated)
    // ways[j][s]: how many choices of j among those seen have a sum of s above the lowest.
    var ways = [[Double]](repeating: [Double](repeating: 0, count: width), count: treated + 1)
    ways[0][0] = 1
    var seen = 0
    var reach = 0
    for score in scores.map({ $0 - smallest }) {
      seen += 1
      reach = min(reach + score, width - 1)
      for chosen in stride(from: min(treated, seen), to: 0, by: -1) {
        guard score <= reach else { continue }
        for sum in score...reach { ways[chosen][sum] += ways[chosen - 1][sum - score] }
      }
    }
    let total = ways[treated].reduce(0, +)
    combine(ways[treated].map { $0 / total }, offset: treated * smallest)
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
