/// How p-values of several tests are adjusted for there being several.
package enum MultiplicityCorrection: String, Sendable, Codable, CaseIterable {
  case bonferroni, holm, hochberg, hommel
  /// Benjamini and Hochberg's false discovery rate.
  case BH
  /// Benjamini and Yekutieli's, under any dependence.
  case BY
}

/// The p-values after adjustment, in the order given.
///
/// - Throws: `invalid` for a p-value outside 0 to 1.
/// - Source: R's `p.adjust`.
package func adjusted(
  pValues: [Double], by correction: MultiplicityCorrection
) throws(EstimationError) -> [Double] {
  guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
    throw .invalid("a p-value must lie between 0 and 1")
  }
  let count = pValues.count
  let n = Double(count)
  let rising = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  let sorted = rising.map { pValues[$0] }
  func ordered(_ adjusted: [Double]) -> [Double] {
    var result = pValues
    for (place, index) in rising.enumerated() { result[index] = min(1, adjusted[place]) }
    return result
  }
  switch correction {
  case .bonferroni:
    return pValues.map { min(1, n * $0) }
  case .holm:
    return ordered(runningMaximum(sorted.indices.map { Double(count - $0) * sorted[$0] }))
  case .hochberg:
    return ordered(runningMinimum(sorted.indices.map { Double(count - $0) * sorted[$0] }))
  case .BH:
    return ordered(runningMinimum(sorted.indices.map { n / Double($0 + 1) * sorted[$0] }))
  case .BY:
    let harmonic = (0..<count).reduce(0) { $0 + 1 / Double($1 + 1) }
    return ordered(
      runningMinimum(sorted.indices.map { harmonic * n / Double($0 + 1) * sorted[$0] }))
  case .hommel:
    return ordered(hommel(sorted))
  }
}

private func runningMaximum(_ values: [Double]) -> [Double] {
  var largest = -Double.infinity
  return values.map { value in
    largest = max(largest, value)
    return largest
  }
}

private func runningMinimum(_ values: [Double]) -> [Double] {
  runningMaximum(values.reversed().map { -$0 }).reversed().map { -$0 }
}

/// Hommel's adjustment of rising p-values.
private func hommel(_ sorted: [Double]) -> [Double] {
  let n = sorted.count
  guard n > 1 else { return sorted }
  let smallest = sorted.indices.map { Double(n) * sorted[$0] / Double($0 + 1) }.min() ?? 1
  var adjusted = [Double](repeating: smallest, count: n)
  var floor = adjusted
  for size in stride(from: n - 1, to: 1, by: -1) {
    let lower = n - size + 1
    let scaled = (2...size).map { Double(size) * sorted[lower + $0 - 2] / Double($0) }
    let limit = scaled.min() ?? 1
    for index in 0..<lower { floor[index] = min(Double(size) * sorted[index], limit) }
    for index in lower..<n { floor[index] = floor[lower - 1] }
    adjusted = zip(adjusted, floor).map { max($0, $1) }
  }
  return zip(adjusted, sorted).map { max($0, $1) }
}
