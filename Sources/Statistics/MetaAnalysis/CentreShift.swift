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
