/// One model over the pupils of all schools, fitted from sums.
package struct OneStageFit: Sendable, Hashable, Codable {
  /// In marks, with z.
  package let difference: CoefficientEstimate
  /// Between schools and within arms of a school, in squared marks.
  package let tau2: Double
  package let residualVariance: Double
  /// Of the after-marks within arms of schools, unadjusted; to divide the difference by.
  package let pooledStandardDeviation: Double
  package let schools: Int

  /// The difference in standard deviations.
  package var effect: Double { difference.estimate / pooledStandardDeviation }
  package var effectInterval: Interval {
    difference.interval.scaled(by: 1 / pooledStandardDeviation)
  }
}

/// The one-stage model y = α_j + β_j·before + (θ + u_j)·arm + e, by restricted maximum likelihood.
///
/// Each school has its own intercepts (one per block) and slope; u has variance τ², e one variance
/// for all. One element per school, each with its blocks, in the marks of one and the same test.
/// - Throws: `tooFewObservations` below two schools that can be fitted at all; `noConvergence`.
/// - Source: Riley and others (2023), Statistics in Medicine; here by sufficient statistics.
package func oneStageFit(
  schools: [[BlockSums]], level: Double = 0.95
) throws(EstimationError) -> OneStageFit {
  let parts = schools.compactMap { try? AncovaParts(blocks: $0) }
  guard parts.count > 1 else { throw .tooFewObservations(needed: 2, found: parts.count) }
  let squares = parts.reduce(0) { $0 + $1.residualSumOfSquares }
  let freedom = parts.reduce(0) { $0 + $1.degreesOfFreedom }
  let differences = parts.map(\.difference)
  // The variance of each difference for a residual variance of 1.
  let shares = parts.map { part in
    let variance = part.residualSumOfSquares / part.degreesOfFreedom
    return part.differenceStandardError * part.differenceStandardError / variance
  }
  func model(_ variance: Double) throws(EstimationError) -> MetaModel {
    try MetaModel(estimates: differences, variances: shares.map { $0 * variance })
  }
  // The slope of the likelihood by ln σ², τ² being the best for each σ².
  let slope: (Double) -> Double = { logVariance in
    let variance = exponential(logVariance)
    guard let model = try? model(variance),
      let tau2 = try? model.heterogeneity(.REML).tau2,
      let fit = try? model.solution(tau2: tau2)
    else { return .nan }
    var pull = squares / variance - freedom
    for index in differences.indices {
      let weight = 1 / (shares[index] * variance + tau2)
      let residual = differences[index] - fit.coefficients[0]
      let share = shares[index] * variance * weight
      pull += share * (weight * residual * residual - 1 + weight / fit.sumOfWeights)
    }
    return pull
  }
  let centre = logarithm(squares / freedom)
  guard let best = root(of: slope, between: centre - 3, and: centre + 3) else {
    throw .noConvergence
  }
  let variance = exponential(best)
  let final = try model(variance)
  let tau2 = try final.heterogeneity(.REML).tau2
  let fit = try final.solution(tau2: tau2)
  let spreads = parts.reduce((0.0, 0.0)) { sum, part in
    let freedom = Double(part.interventionCount + part.comparisonCount - 2)
    return (
      sum.0 + freedom * part.pooledStandardDeviation * part.pooledStandardDeviation,
      sum.1 + freedom
    )
  }
  return OneStageFit(
    difference: try CoefficientEstimate(
      estimate: fit.coefficients[0], standardError: (1 / fit.sumOfWeights).squareRoot(),
      degreesOfFreedom: nil, level: level),
    tau2: tau2, residualVariance: variance,
    pooledStandardDeviation: (spreads.0 / spreads.1).squareRoot(), schools: parts.count)
}

/// The covariance of the effects of two groups that were compared with the same comparison group.
///
/// φ/n_c + g₁g₂/(2N): φ is the share of the variance that the before-mark leaves, N all pupils of
/// the two comparisons.
package func sharedComparisonCovariance(
  comparisonCount: Int, total: Int, first: Double, second: Double, residualShare: Double = 1
) throws(EstimationError) -> Double {
  guard comparisonCount > 0, total > 0 else { throw .noComparison }
  let covariance = residualShare / Double(comparisonCount) + first * second / (2 * Double(total))
  try EstimationError.check(covariance)
  return covariance
}
