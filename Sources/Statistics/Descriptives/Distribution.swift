/// Where a set of values lies and what shape it has.
package struct DistributionSummary: Sendable, Hashable, Codable {
  package let count: Int
  package let mean: Double
  package let standardDeviation: Double?
  package let minimum: Double
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  package let maximum: Double
  package let standardErrorOfMean: Double?
  /// Third moment over the cube of the population standard deviation; nil without spread.
  package let skewness: Double?

  /// - Throws: `tooFewObservations` for no values.
  package init(_ values: [Double]) throws(EstimationError) {
    guard !values.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
    try EstimationError.check(observations: values)
    let sorted = values.sorted()
    let group = GroupSummary(values)
    count = group.count
    mean = group.mean
    standardDeviation = group.standardDeviation
    standardErrorOfMean = group.standardErrorOfMean
    minimum = sorted[0]
    maximum = sorted[sorted.count - 1]
    lowerQuartile = quantile(ofSorted: sorted, at: 0.25)
    median = quantile(ofSorted: sorted, at: 0.5)
    upperQuartile = quantile(ofSorted: sorted, at: 0.75)
    let centre = group.mean
    let second = group.sumOfSquaredDeviations / Double(count)
    let third = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) * ($1 - centre) }
    skewness =
      isNegligible(second.squareRoot(), besideMagnitude: centre)
      ? nil : third / Double(count) / (second * second.squareRoot())
  }
}

/// The quantile of sorted values by linear interpolation between order statistics (R's type 7).
package func quantile(ofSorted sorted: [Double], at share: Double) -> Double {
  guard let last = sorted.indices.last else { return .nan }
  let position = min(max(share, 0), 1) * Double(last)
  let below = Int(position)
  let above = min(below + 1, last)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}

/// The share of values that equal `mark`: the maximum for a ceiling, 0 for a floor; nil for none.
package func share(of values: [Double], at mark: Double) -> Double? {
  values.isEmpty ? nil : Double(values.count { $0 == mark }) / Double(values.count)
}

/// Pearson's correlation.
///
/// - Throws: `tooFewObservations` below three pairs, as two always lie on a line; `noVariation`
///   when either side is constant.
package func correlation(_ x: [Double], _ y: [Double]) throws(EstimationError) -> Double {
  guard x.count == y.count else { throw .invalid("the two lists differ in length") }
  guard x.count > 2 else { throw .tooFewObservations(needed: 3, found: x.count) }
  let first = GroupSummary(x)
  let second = GroupSummary(y)
  for group in [first, second] {
    let spread = group.standardDeviation ?? 0
    if isNegligible(spread, besideMagnitude: group.mean) { throw .noVariation(of: "the marks") }
  }
  var products = 0.0
  for index in x.indices { products += (x[index] - first.mean) * (y[index] - second.mean) }
  let scale = (first.sumOfSquaredDeviations * second.sumOfSquaredDeviations).squareRoot()
  return min(1, max(-1, products / scale))
}
