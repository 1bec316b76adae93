/// The upper tail left outside a two-sided interval of confidence `level`, such as 0.025.
///
/// - Throws: `invalid` unless `level` lies strictly between 0 and 1.
func upperTail(outside level: Double) throws(EstimationError) -> Double {
  guard level > 0, level < 1 else {
    throw .invalid("the confidence level must lie between 0 and 1")
  }
  return (1 - level) / 2
}

extension EstimationError {
  /// Throws unless every number is finite: the last check before an estimate is handed out.
  static func check(_ values: Double...) throws(EstimationError) {
    guard values.allSatisfy(\.isFinite) else {
      throw .invalid("the numbers are too large or too small to calculate with")
    }
  }

  /// Throws unless every observation is a number whose square is one too.
  static func check(observations: [Double]) throws(EstimationError) {
    guard observations.allSatisfy({ abs($0) <= largestObservation }) else {
      throw .invalid("some of the values are not numbers, or far too large")
    }
  }

  /// Beyond this, sums of fourth powers are no longer numbers.
  private static let largestObservation = 1e70
}
