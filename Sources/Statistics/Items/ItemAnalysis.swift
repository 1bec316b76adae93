/// How a test measures: its reliability, and what each item does.
package struct ItemAnalysis: Sendable, Hashable, Codable {
  package let pupils: Int
  /// Of the total marks.
  package let total: DistributionSummary
  /// Of each item, in order.
  package let items: [ItemSummary]
  /// Cronbach's α; KR-20 when every item is right or wrong.
  package let alpha: Double
  /// Feldt's interval.
  package let alphaInterval: Interval
  /// KR-20 and KR-21; nil when an item has marks other than 0 and 1.
  package let kr20: Double?
  package let kr21: Double?
  /// From the mean correlation between items that vary; nil below two of them, and where they go
  /// exactly against each other.
  package let standardizedAlpha: Double?
  /// In marks: the spread of a pupil's total over repeated tests.
  package let standardErrorOfMeasurement: Double
  /// Between odd and even items; nil without spread in a half.
  package let splitHalfCorrelation: Double?
  package let guttmanSplit: Double
  /// How many pupils at each end the discrimination compares.
  package let extremeCount: Int

  /// The split-half correlation stepped up to the length of the whole test; nil where the halves go
  /// exactly against each other.
  package var spearmanBrown: Double? {
    splitHalfCorrelation.flatMap { 1 + $0 > 1e-12 ? 2 * $0 / (1 + $0) : nil }
  }
}

/// One item of a test.
package struct ItemSummary: Sendable, Hashable, Codable {
  /// The mean mark; for right or wrong, the share who had it right.
  package let facility: Double
  package let standardDeviation: Double
  /// With the total; nil when the item or the total does not vary.
  package let totalCorrelation: Double?
  /// With the total of the other items.
  package let restCorrelation: Double?
  /// The facility of the best 27 per cent less that of the weakest.
  package let discrimination: Double
  /// α without the item; nil below three items or without spread.
  package let alphaIfDeleted: Double?
}

/// Analyses item marks, one row per pupil and one column per item.
///
/// - Throws: `tooFewObservations` below two pupils or two items; `noVariation` when every pupil has
///   the same total; `invalid` for rows of different lengths.
package func itemAnalysis(
  marks: [[Double]], level: Double = 0.95
) throws(EstimationError) -> ItemAnalysis {
  let tail = try upperTail(outside: level)
  let width = marks.first?.count ?? 0
  guard marks.count > 1 else { throw .tooFewObservations(needed: 2, found: marks.count) }
  guard width > 1 else { throw .tooFewObservations(needed: 2, found: width) }
  guard marks.allSatisfy({ $0.count == width }) else {
    throw .invalid("some pupils have more item marks than others")
  }
  try EstimationError.check(observations: marks.flatMap { $0 })
  let table = ItemTable(marks: marks)
  guard table.totalVariance > 1e-12 else { throw .noVariation(of: "the total marks") }
  let alpha = table.alpha
  let pupilFreedom = Double(marks.count - 1)
  let itemFreedom = pupilFreedom * Double(width - 1)
  func limit(_ p: Double) -> Double {
    let f = FDistribution.quantile(
      p, numeratorDegreesOfFreedom: pupilFreedom, denominatorDegreesOfFreedom: itemFreedom)
    return 1 - (1 - alpha) * f
  }
  let halves = table.halves
  return ItemAnalysis(
    pupils: marks.count, total: try DistributionSummary(table.totals),
    items: table.summaries(), alpha: alpha,
    alphaInterval: Interval(low: limit(1 - tail), high: limit(tail)),
    kr20: table.isDichotomous ? alpha : nil, kr21: table.kr21,
    standardizedAlpha: table.standardizedAlpha,
    standardErrorOfMeasurement: (table.totalVariance * max(0, 1 - alpha)).squareRoot(),
    splitHalfCorrelation: try? correlation(halves.odd, halves.even),
    guttmanSplit: 2
      * (1 - (variance(halves.odd) + variance(halves.even)) / table.totalVariance),
    extremeCount: table.extremeCount)
}
