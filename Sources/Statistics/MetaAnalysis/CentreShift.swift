/// From coefficients of centred moderators to those of the moderators themselves.
struct CentreShift {
  let centres: [Double]

  func coefficients(_ centred: [Double]) -> [Double] {
    var result = centred
    for (index, centre) in centres.enumerated() { result[0] -= centre * centred[index + 1] }
    return result
  }

  /// A row of the design as it is before centring.
  func uncentred(_ row: [Double]) -> [Double] {
    [row[0]] + zip(row.dropFirst(), centres).map { $0 + $1 }
  }

  func covariance(_ centred: SmallMatrix) -> SmallMatrix {
    var shift = SmallMatrix.identity(centred.size)
    for (index, centre) in centres.enumerated() { shift[0, index + 1] = -centre }
    return shift * centred * shift.transposed
  }
}

/// Effects with their moderators, centred for the fit, as years and pupil numbers cost digits
/// otherwise.
struct ModeratorModel {
  let model: MetaModel
  let shift: CentreShift

  /// - Throws: `tooFewObservations` unless there are more effects than coefficients; `collinear` when
  ///   moderators say the same thing or do not vary.
  init(
    estimates: [Double], variances: [Double], moderators: [[Double]]
  ) throws(EstimationError) {
    let centres = moderators.map(mean)
    let ones = [Double](repeating: 1, count: estimates.count)
    let columns =
      [ones] + zip(moderators, centres).map { values, centre in values.map { $0 - centre } }
    model = try MetaModel(estimates: estimates, variances: variances, columns: columns)
    shift = CentreShift(centres: centres)
    guard model.residualDegreesOfFreedom > 0 else {
      throw .tooFewObservations(needed: columns.count + 1, found: estimates.count)
    }
    guard try leastSquares(columns: columns, outcome: estimates).isKept.allSatisfy({ $0 })
    else { throw .collinear }
  }
}
