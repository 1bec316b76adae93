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
  let likelihood = OneStageLikelihood(parts)
  let centre = logarithm(likelihood.squares / likelihood.freedom)
  guard let best = root(of: likelihood.slope, between: centre - 3, and: centre + 3) else {
    throw .noConvergence
  }
  let variance = exponential(best)
  let (fit, tau2) = try likelihood.fit(residualVariance: variance)
  let freedom = parts.reduce(0) { $0 + $1.interventionCount + $1.comparisonCount - 2 }
  let squares = parts.reduce(0) { sum, part in
    let own = Double(part.interventionCount + part.comparisonCount - 2)
    return sum + own * part.pooledStandardDeviation * part.pooledStandardDeviation
  }
  return OneStageFit(
    difference: try CoefficientEstimate(
      estimate: fit.coefficients[0], standardError: (1 / fit.sumOfWeights).squareRoot(),
      degreesOfFreedom: nil, level: level),
    tau2: tau2, residualVariance: variance,
    pooledStandardDeviation: (squares / Double(freedom)).squareRoot(), schools: parts.count)
}

/// The restricted likelihood of the residual variance σ², τ² being the best for each.
private struct OneStageLikelihood {
  let differences: [Double]
  /// The variance of each school's difference for a residual variance of 1.
  let shares: [Double]
  /// Residual sum of squares and degrees of freedom, over all schools.
  let squares: Double
  let freedom: Double

  init(_ parts: [AncovaParts]) {
    differences = parts.map(\.difference)
    shares = parts.map { part in
      let variance = part.residualSumOfSquares / part.degreesOfFreedom
      return part.differenceStandardError * part.differenceStandardError / variance
    }
    squares = parts.reduce(0) { $0 + $1.residualSumOfSquares }
    freedom = parts.reduce(0) { $0 + $1.degreesOfFreedom }
  }

  func fit(
    residualVariance: Double
  ) throws(EstimationError) -> (fit: MetaSolution, tau2: Double) {
    let model = try MetaModel(
      estimates: differences, variances: shares.map { $0 * residualVariance })
    let tau2 = try model.heterogeneity(.REML).tau2
    return (try model.solution(tau2: tau2), tau2)
  }

  /// Twice the slope by ln σ².
  func slope(logVariance: Double) -> Double {
    let variance = exponential(logVariance)
    guard let (fit, tau2) = try? fit(residualVariance: variance) else { return .nan }
    var pull = squares / variance - freedom
    for index in differences.indices {
      let weight = 1 / (shares[index] * variance + tau2)
      let residual = differences[index] - fit.coefficients[0]
      let share = shares[index] * variance * weight
      pull += share * (weight * residual * residual - 1 + weight / fit.sumOfWeights)
    }
    return pull
  }
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
