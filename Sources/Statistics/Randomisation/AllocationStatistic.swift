/// What is compared between allocations.
package enum RandomisationStatistic: String, Sendable, Codable, CaseIterable {
  /// The difference of the mean after-marks.
  case meanDifference
  /// The difference adjusted for the before-mark, and for strata or pairs.
  case adjustedDifference
}

/// Computes a statistic of any allocation from sums over the treated pupils.
///
/// For the adjusted difference, r is what the covariates leave of the after-marks and Q a basis of
/// the covariates: b = Σr / (n₁ − |ΣQ|²), sums over the treated.
struct AllocationStatistic {
  let statistic: RandomisationStatistic
  /// By pupil: what is summed.
  private let features: [[Double]]
  /// The features take this many rows of four.
  let rowsPerPupil: Int
  let total: Double
  let count: Double

  init(
    _ statistic: RandomisationStatistic, after: [Double], before: [Double]?, strata: [Int]?
  ) throws(EstimationError) {
    self.statistic = statistic
    count = Double(after.count)
    // Marks from their mean, so that sums of large marks lose nothing.
    let centre = mean(after)
    let centred = after.map { $0 - centre }
    total = centred.reduce(0, +)
    switch statistic {
    case .meanDifference:
      features = centred.map { [1, $0] }
    case .adjustedDifference:
      var columns = [[Double](repeating: 1, count: after.count)]
      if let before { columns.append(before) }
      if let strata { columns += indicatorColumns(strata) }
      let fit = try leastSquares(columns: columns, outcome: centred)
      let basis = try orthonormalBasis(fit)
      features = fit.residuals.indices.map { row in
        [1, fit.residuals[row]] + basis.map { $0[row] }
      }
    }
    rowsPerPupil = ((features.first?.count ?? 0) + 3) / 4
  }

  func sums(of pupils: [Int]) -> [SumRow] {
    pupils.reduce(into: [SumRow](repeating: .zero, count: rowsPerPupil)) { sums, pupil in
      for (index, feature) in features[pupil].enumerated() { sums[index / 4][index % 4] += feature }
    }
  }

  /// Of the rows of sums that begin at `first`; nil where the allocation cannot be told from the
  /// covariates.
  func value(_ sums: [SumRow], from first: Int = 0) -> Double? {
    let row = sums[first]
    let treated = row[0]
    switch statistic {
    case .meanDifference:
      return row[1] / treated - (total - row[1]) / (count - treated)
    case .adjustedDifference:
      var left = treated - row[2] * row[2] - row[3] * row[3]
      for further in 1..<rowsPerPupil {
        let squares = sums[first + further] * sums[first + further]
        for index in 0..<4 { left -= squares[index] }
      }
      return left > 1e-9 ? row[1] / left : nil
    }
  }
}

/// Columns of length 1 at right angles that span the kept columns of a fit.
private func orthonormalBasis(
  _ fit: LeastSquaresFit
) throws(EstimationError) -> [[Double]] {
  var basis: [[Double]] = []
  for (column, isKept) in zip(fit.columns, fit.isKept) where isKept {
    var left = column
    // Twice, because once loses digits when the columns are nearly dependent.
    for _ in 0..<2 {
      for vector in basis {
        let share = zip(left, vector).reduce(0) { $0 + $1.0 * $1.1 }
        for row in left.indices { left[row] -= share * vector[row] }
      }
    }
    let length = left.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { throw .collinear }
    basis.append(left.map { $0 / length })
  }
  return basis
}
