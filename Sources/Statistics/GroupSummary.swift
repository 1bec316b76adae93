/// How many values there are in a group, where they lie and how far they spread.
package struct GroupSummary: Sendable, Hashable, Codable {
  package let count: Int
  /// The mean; 0 when there are no values.
  package let mean: Double
  /// Σ(x − x̄)².
  package let sumOfSquaredDeviations: Double

  package init(_ values: [Double]) {
    count = values.count
    let mean = Statistics.mean(values)
    self.mean = mean
    sumOfSquaredDeviations = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  package init(count: Int, sum: Double, sumOfSquares: Double) {
    self.count = count
    mean = count > 0 ? sum / Double(count) : 0
    let deviations = count > 1 ? sumOfSquares - sum * sum / Double(count) : 0
    // What the subtraction of two nearly equal sums leaves behind is rounding, not spread.
    sumOfSquaredDeviations = deviations > 1e-13 * sumOfSquares ? deviations : 0
  }

  package init(count: Int, mean: Double, standardDeviation: Double) {
    self.count = count
    self.mean = mean
    let freedom = Double(max(count - 1, 0))
    sumOfSquaredDeviations = freedom * standardDeviation * standardDeviation
  }

  /// The variance with divisor n − 1; nil below two values.
  package var variance: Double? {
    count > 1 ? sumOfSquaredDeviations / Double(count - 1) : nil
  }

  /// The standard deviation with divisor n − 1; nil below two values.
  package var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard error of the mean; nil below two values.
  package var standardErrorOfMean: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }
}

/// The standard deviation within groups: √(Σ over groups of Σ(x − x̄)² / Σ(n − 1)).
///
/// A group of one adds nothing to the spread.
/// - Throws: `tooFewObservations` when no group has two values.
package func pooledStandardDeviation(
  _ groups: [GroupSummary]
) throws(EstimationError) -> Double {
  let found = groups.reduce(0) { $0 + $1.count }
  let freedom = groups.reduce(0) { $0 + max($1.count - 1, 0) }
  guard freedom > 0 else {
    throw .tooFewObservations(needed: groups.count + 1, found: found)
  }
  let squares = groups.reduce(0) { $0 + $1.sumOfSquaredDeviations }
  let spread = (squares / Double(freedom)).squareRoot()
  try EstimationError.check(spread)
  return spread
}

/// Whether a spread is so small beside the values that it is only their rounding.
func isNegligible(_ standardDeviation: Double, besideMagnitude magnitude: Double) -> Bool {
  !(standardDeviation > 1e-12 * max(1, abs(magnitude)))
}
