import CEigen

/// A least-squares fit of an outcome on columns.
package struct LeastSquaresFit: Sendable {
  /// The columns as given, one array per column.
  package let columns: [[Double]]
  /// One per column; 0 for a column that was left out.
  package let coefficients: [Double]
  /// False for a column that lies in the span of the columns before it.
  package let isKept: [Bool]
  /// (X'X)⁻¹, by row; rows and columns of a column that was left out are 0.
  package let crossproductInverse: [[Double]]
  package let fitted: [Double]
  package let residuals: [Double]
  /// How much each observation draws the fit to itself, from 0 to 1.
  package let leverages: [Double]
  package let residualSumOfSquares: Double
  /// Σ(y − ȳ)².
  package let totalSumOfSquares: Double

  package var count: Int { residuals.count }
  package var rank: Int { isKept.count { $0 } }
  package var residualDegreesOfFreedom: Int { count - rank }

  /// The standard deviation of what is left; 0 without degrees of freedom.
  package var residualStandardDeviation: Double {
    guard residualDegreesOfFreedom > 0 else { return 0 }
    return (residualSumOfSquares / Double(residualDegreesOfFreedom)).squareRoot()
  }

  /// The share of Σ(y − ȳ)² that the columns account for; nil when the outcome is constant.
  package var rSquared: Double? {
    totalSumOfSquares > 0 ? 1 - residualSumOfSquares / totalSumOfSquares : nil
  }

  /// The ordinary standard error of a coefficient.
  package func standardError(of column: Int) -> Double {
    residualStandardDeviation * crossproductInverse[column][column].squareRoot()
  }

  /// Whether what is left is only rounding: the columns account for every outcome.
  var isExact: Bool {
    residualStandardDeviation <= 1e-10 * max(1, abs(mean(fitted)))
  }
}

/// Fits `outcome` on `columns` by Householder QR; add a column of ones for an intercept.
///
/// A column in the span of the ones before it is left out, as R's `lm()` does, so put what must be
/// estimated after what it is adjusted for, and ask `isKept`.
/// - Throws: `tooFewObservations` without rows or columns, `invalid` for numbers that are not finite.
package func leastSquares(
  columns: [[Double]], outcome: [Double]
) throws(EstimationError) -> LeastSquaresFit {
  let rows = outcome.count
  let width = columns.count
  guard rows > 0, width > 0 else { throw .tooFewObservations(needed: 1, found: rows) }
  guard columns.allSatisfy({ $0.count == rows }) else {
    throw .invalid("the columns differ in length")
  }
  try EstimationError.check(observations: outcome)
  for column in columns { try EstimationError.check(observations: column) }
  var kept = [Int32](repeating: 0, count: width)
  var coefficients = [Double](repeating: 0, count: width)
  var inverse = [Double](repeating: 0, count: width * width)
  var fitted = [Double](repeating: 0, count: rows)
  var leverages = [Double](repeating: 0, count: rows)
  let status = ce_least_squares(
    columns.flatMap { $0 }, outcome, Int32(rows), Int32(width), &kept, &coefficients, &inverse,
    &fitted, &leverages)
  guard status == 0 else { throw .invalid("there are too many numbers to calculate with") }
  let residuals = zip(outcome, fitted).map { $0 - $1 }
  return LeastSquaresFit(
    columns: columns, coefficients: coefficients, isKept: kept.map { $0 == 1 },
    crossproductInverse: (0..<width).map { Array(inverse[($0 * width)..<(($0 + 1) * width)]) },
    fitted: fitted, residuals: residuals, leverages: leverages,
    residualSumOfSquares: residuals.reduce(0) { $0 + $1 * $1 },
    totalSumOfSquares: GroupSummary(outcome).sumOfSquaredDeviations)
}
