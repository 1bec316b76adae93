/// Item marks by pupil, with what several of the item statistics need.
struct ItemTable {
  let marks: [[Double]]
  let totals: [Double]
  let columns: [[Double]]

  init(marks: [[Double]]) {
    self.marks = marks
    totals = marks.map { $0.reduce(0, +) }
    columns = (marks.first ?? []).indices.map { item in marks.map { $0[item] } }
  }

  private var count: Double { Double(marks.count) }
  private var width: Double { Double(columns.count) }
  var totalVariance: Double { variance(totals) }
  var isDichotomous: Bool { marks.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } } }

  var alpha: Double { alpha(of: columns, totals: totals) }

  private func alpha(of columns: [[Double]], totals: [Double]) -> Double {
    let size = Double(columns.count)
    let items = columns.reduce(0) { $0 + variance($1) }
    return size / (size - 1) * (1 - items / variance(totals))
  }

  /// From the mean and spread of the totals alone, as if all items were as hard.
  var kr21: Double? {
    guard isDichotomous else { return nil }
    let centre = mean(totals)
    let spread = totalVariance * (count - 1) / count
    return width / (width - 1) * (1 - centre * (width - centre) / (width * spread))
  }

  var standardizedAlpha: Double? {
    let varied = columns.filter { variance($0) > 1e-12 }
    guard varied.count > 1, marks.count > 2 else { return nil }
    var sum = 0.0
    for first in varied.indices {
      for second in 0..<first { sum += (try? correlation(varied[first], varied[second])) ?? 0 }
    }
    let size = Double(varied.count)
    let average = sum / (size * (size - 1) / 2)
    // Items that go exactly against each other have no length at which they would agree.
    let divisor = 1 + (size - 1) * average
    return divisor > 1e-12 ? size * average / divisor : nil
  }

  var halves: (odd: [Double], even: [Double]) {
    let odd = marks.map { row in stride(from: 0, to: row.count, by: 2).reduce(0) { $0 + row[$1] } }
    return (odd, zip(totals, odd).map { $0 - $1 })
  }

  /// 27 per cent, to the nearest pupil.
  var extremeCount: Int { Int(0.27 * count + 0.5) }

  func summaries() -> [ItemSummary] {
    let order = totals.indices.sorted { (totals[$0], $0) < (totals[$1], $1) }
    let weakest = order.prefix(extremeCount)
    let best = order.suffix(extremeCount)
    return columns.indices.map { item in
      let column = columns[item]
      let rest = zip(totals, column).map { $0 - $1 }
      let others = columns.indices.filter { $0 != item }.map { columns[$0] }
      return ItemSummary(
        facility: mean(column), standardDeviation: variance(column).squareRoot(),
        totalCorrelation: try? correlation(column, totals),
        restCorrelation: try? correlation(column, rest),
        discrimination: mean(best.map { column[$0] }) - mean(weakest.map { column[$0] }),
        alphaIfDeleted: others.count > 1 && variance(rest) > 1e-12
          ? alpha(of: others, totals: rest) : nil)
    }
  }
}

/// The variance with divisor n − 1; 0 below two values.
func variance(_ values: [Double]) -> Double { GroupSummary(values).variance ?? 0 }
