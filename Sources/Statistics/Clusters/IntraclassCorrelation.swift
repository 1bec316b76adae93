/// The share of variance between groups by one-way analysis of variance.
package struct IntraclassCorrelation: Sendable, Hashable, Codable {
  package let meanSquareBetween: Double
  package let meanSquareWithin: Double
  /// The group size that stands for unequal ones: (N − Σn²/N)/(k − 1).
  package let typicalSize: Double
  /// (MSB − MSW)/(MSB + (n₀ − 1)·MSW); may be below 0.
  package let estimate: Double
  /// 1 + (mean size − 1)·estimate.
  package let designEffect: Double
}

/// - Throws: `tooFewObservations` below two groups or without a group of two; `noVariation`.
package func intraclassCorrelation(
  values: [Double], groups: [Int]
) throws(EstimationError) -> IntraclassCorrelation {
  guard values.count == groups.count else { throw .invalid("the columns differ in length") }
  try EstimationError.check(observations: values)
  var members: [Int: [Double]] = [:]
  for (value, group) in zip(values, groups) { members[group, default: []].append(value) }
  let summaries = members.sorted { $0.key < $1.key }.map { GroupSummary($0.value) }
  let k = Double(summaries.count)
  let total = Double(values.count)
  guard k > 1 else { throw .tooFewObservations(needed: 2, found: summaries.count) }
  guard total > k else {
    throw .tooFewObservations(needed: summaries.count + 1, found: values.count)
  }
  let centre = mean(values)
  let between = summaries.reduce(0) {
    $0 + Double($1.count) * ($1.mean - centre) * ($1.mean - centre)
  }
  let within = summaries.reduce(0) { $0 + $1.sumOfSquaredDeviations }
  let squares = summaries.reduce(0) { $0 + Double($1.count * $1.count) }
  let size = (total - squares / total) / (k - 1)
  let (msb, msw) = (between / (k - 1), within / (total - k))
  let divisor = msb + (size - 1) * msw
  guard divisor > 0 else { throw .noVariation(of: "the marks") }
  let estimate = (msb - msw) / divisor
  return IntraclassCorrelation(
    meanSquareBetween: msb, meanSquareWithin: msw, typicalSize: size, estimate: estimate,
    designEffect: 1 + (total / k - 1) * estimate)
}
