/// Ranks with ties sharing the middle of their places.
struct MidRanks {
  /// In the order of the values given.
  let values: [Double]
  /// Σ(t³ − t) over groups of t tied values.
  let tieSum: Double

  init(_ numbers: [Double]) {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, numbers[order[end + 1]] == numbers[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      let size = Double(end - start + 1)
      ties += size * size * size - size
      start = end + 1
    }
    values = ranks
    tieSum = ties
  }
}

func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (larger, smaller) = (abs(first), abs(second))
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}

/// How often values of one group lie above values of another.
struct Dominance {
  /// (wins − losses)/(n₁n₂).
  let delta: Double
  /// Unbiased variance of `delta`; nil for a group of one.
  let variance: Double?

  init(_ first: [Double], _ second: [Double]) {
    var byFirst = [Double](repeating: 0, count: first.count)
    var bySecond = [Double](repeating: 0, count: second.count)
    var untied = 0.0
    for (row, x) in first.enumerated() {
      for (column, y) in second.enumerated() where x != y {
        let sign = x > y ? 1.0 : -1
        byFirst[row] += sign
        bySecond[column] += sign
        untied += 1
      }
    }
    let (n, m) = (Double(first.count), Double(second.count))
    let delta = byFirst.reduce(0, +) / (n * m)
    self.delta = delta
    guard n > 1, m > 1 else {
      variance = nil
      return
    }
    let rows = byFirst.reduce(0) { $0 + ($1 / m - delta) * ($1 / m - delta) }
    let columns = bySecond.reduce(0) { $0 + ($1 / n - delta) * ($1 / n - delta) }
    // Σ(d − δ)² over all pairs: the untied ones are 1 from 0.
    let cells = untied - n * m * delta * delta
    variance = (n * n * rows + m * m * columns - cells) / (n * m * (n - 1) * (m - 1))
  }

  /// Cliff's (1996) asymmetric interval; nil where the variance is negative.
  func interval(variance: Double, z: Double) -> Interval? {
    guard variance >= 0 else { return nil }
    let squared = delta * delta
    let spread = z * z * variance
    let divisor = 1 - squared + spread
    guard divisor > 0 else { return nil }
    let root = z * (variance * ((1 - squared) * (1 - squared) + spread)).squareRoot()
    let centre = delta - delta * squared
    return Interval(low: (centre - root) / divisor, high: (centre + root) / divisor)
  }
}
