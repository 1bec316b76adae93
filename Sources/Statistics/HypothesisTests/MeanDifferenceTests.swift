/// The difference of two means with one standard deviation for both groups (Student).
///
/// - Throws: `noComparison` for an empty group; `tooFewObservations` below three values in all;
///   `noVariation` when neither group varies.
package func studentTest(
  intervention: [Double], comparison: [Double], level: Double = 0.95
) throws(EstimationError) -> CoefficientEstimate {
  let (first, second) = try summaries(intervention, comparison)
  let spread = try pooledStandardDeviation([first, second])
  try checkSpread(spread, first, second)
  let inverseCounts = 1 / Double(first.count) + 1 / Double(second.count)
  return try CoefficientEstimate(
    estimate: first.mean - second.mean, standardError: spread * inverseCounts.squareRoot(),
    degreesOfFreedom: Double(first.count + second.count - 2), level: level)
}

/// The difference of two means with a standard deviation for each group (Welch).
///
/// - Throws: as `studentTest`, and `tooFewObservations` for a group of one.
package func welchTest(
  intervention: [Double], comparison: [Double], level: Double = 0.95
) throws(EstimationError) -> CoefficientEstimate {
  let (first, second) = try summaries(intervention, comparison)
  guard let varianceOfFirst = first.variance, let varianceOfSecond = second.variance else {
    throw .tooFewObservations(needed: 2, found: 1)
  }
  let shareOfFirst = varianceOfFirst / Double(first.count)
  let shareOfSecond = varianceOfSecond / Double(second.count)
  let squared = shareOfFirst + shareOfSecond
  try checkSpread(squared.squareRoot(), first, second)
  let freedom =
    squared * squared
    / (shareOfFirst * shareOfFirst / Double(first.count - 1)
      + shareOfSecond * shareOfSecond / Double(second.count - 1))
  return try CoefficientEstimate(
    estimate: first.mean - second.mean, standardError: squared.squareRoot(),
    degreesOfFreedom: freedom, level: level)
}

private func summaries(
  _ intervention: [Double], _ comparison: [Double]
) throws(EstimationError) -> (GroupSummary, GroupSummary) {
  try EstimationError.check(observations: intervention + comparison)
  guard !intervention.isEmpty, !comparison.isEmpty else { throw .noComparison }
  return (GroupSummary(intervention), GroupSummary(comparison))
}

private func checkSpread(
  _ spread: Double, _ first: GroupSummary, _ second: GroupSummary
) throws(EstimationError) {
  if isNegligible(spread, besideMagnitude: max(abs(first.mean), abs(second.mean))) {
    throw .noVariation(of: "the marks")
  }
}
