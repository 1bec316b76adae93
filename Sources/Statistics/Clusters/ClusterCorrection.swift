/// What clustering does to an effect size and its variance.
///
/// `g_T = g·√γ`; the part of the variance from the groups' sizes is multiplied by η (or by γ when
/// the model took account of the clusters itself); h takes the place of N − 2.
/// - Source: What Works Clearinghouse Procedures 5.0, appendix E; Hedges and Citkowicz (2015).
package struct ClusterCorrection: Sendable, Hashable, Codable {
  package let gamma: Double
  package let eta: Double
  package let degreesOfFreedom: Double

  /// A correction that was worked out elsewhere.
  package init(gamma: Double, eta: Double, degreesOfFreedom: Double) {
    self.gamma = gamma
    self.eta = eta
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Pupils who were not taught in clusters: nothing changes.
  package static func none(total: Int) -> ClusterCorrection {
    ClusterCorrection(gamma: 1, eta: 1, degreesOfFreedom: Double(total - 2))
  }

  /// Whole classes of `size` pupils on average in both arms.
  ///
  /// - Throws: `invalid` for a correlation outside 0 to 1 or sizes that cannot be.
  package static func bothArms(
    total: Int, size: Double, intraclassCorrelation rho: Double
  ) throws(EstimationError) -> ClusterCorrection {
    let n = Double(total)
    try check(total: n, size: size, rho: rho)
    let left = n - 2 - 2 * (size - 1) * rho
    let divisor =
      (n - 2) * (1 - rho) * (1 - rho) + size * (n - 2 * size) * rho * rho + 2 * (n - 2 * size)
      * rho * (1 - rho)
    return try checked(
      gamma: 1 - 2 * (size - 1) * rho / (n - 2), eta: 1 + (size - 1) * rho,
      freedom: left * left / divisor)
  }

  /// Groups of `size` pupils on average in the intervention arm only.
  ///
  /// - Throws: `invalid` for a correlation outside 0 to 1 or sizes that cannot be.
  package static func interventionArm(
    intervention: Int, comparison: Int, size: Double, intraclassCorrelation rho: Double
  ) throws(EstimationError) -> ClusterCorrection {
    let (treated, controls) = (Double(intervention), Double(comparison))
    let n = treated + controls
    try check(total: n, size: size, rho: rho)
    let left = (n - 2) * (1 - rho) + (treated - size) * rho
    let divisor =
      (n - 2) * (1 - rho) * (1 - rho) + (treated - size) * size * rho * rho + 2
      * (treated - size) * (1 - rho) * rho
    return try checked(
      gamma: 1 - (controls + size - 2) * rho / (n - 2),
      eta: 1 + (size * controls / n - 1) * rho, freedom: left * left / divisor)
  }

  private static func check(
    total: Double, size: Double, rho: Double
  ) throws(EstimationError) {
    guard rho >= 0, rho <= 1, size >= 1, total > 2, size <= total else {
      throw .invalid("the group sizes or the correlation within groups cannot be right")
    }
  }

  private static func checked(
    gamma: Double, eta: Double, freedom: Double
  ) throws(EstimationError) -> ClusterCorrection {
    guard gamma > 0, eta > 0, freedom.isFinite, freedom > 0 else {
      throw .invalid("the groups are too large for so few pupils")
    }
    return ClusterCorrection(gamma: gamma, eta: eta, degreesOfFreedom: freedom)
  }

  /// An effect corrected for clusters that its model ignored.
  ///
  /// - Parameters:
  ///   - g: Not corrected for clusters.
  ///   - regressionVariance: (SE_b/S)².
  ///   - covariates: How many, for the degrees of freedom.
  /// - Returns: g√γ and its variance (SE_b/S)²·η + g_T²/(2(h − q)).
  package func corrected(
    g: Double, regressionVariance: Double, covariates: Int = 1
  ) -> (g: Double, variance: Double) {
    let total = g * gamma.squareRoot()
    let freedom = max(degreesOfFreedom - Double(covariates), 1)
    return (total, regressionVariance * eta + total * total / (2 * freedom))
  }
}
