/// A pooled effect for each kind of study, and whether they differ.
package struct SubgroupComparison: Sendable, Hashable, Codable {
  /// One kind of study.
  package struct Group: Sendable, Hashable, Codable {
    /// The number the studies were given for it.
    package let level: Int
    package let count: Int
    package let estimate: Double
    package let standardError: Double
    package let interval: Interval
    package let tau2: Double
    package let i2: Double
    package let q: Double
    package let qP: Double
  }

  /// In rising order of level.
  package let groups: [Group]
  /// χ² with z; F with Knapp–Hartung and a common τ².
  package let qBetween: Double
  package let degreesOfFreedom: Double
  /// The denominator's of F; nil for χ².
  package let denominatorDegreesOfFreedom: Double?
  package let p: Double
  /// Whether the τ² of the groups is one and the same.
  package let pooling: Pooling

  /// Where τ² comes from.
  package enum Pooling: String, Sendable, Codable, CaseIterable {
    /// From each group by itself.
    case separate
    /// From all groups together: for groups of few studies.
    case common
  }
}

/// Compares kinds of studies; `levels` has one number per study.
///
/// - Throws: `noComparison` below two kinds; `tooFewObservations` when a common τ² has no degrees of
///   freedom; `noVariation` when the standard error of a group is 0.
/// - Source: Borenstein and Higgins (2013); metafor's `rma(mods = ~ factor)`.
package func subgroupComparison(
  estimates: [Double], variances: [Double], levels: [Int], pooling: SubgroupComparison.Pooling,
  estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> SubgroupComparison {
  guard levels.count == estimates.count, variances.count == estimates.count else {
    throw .invalid("the lists of effects, variances and kinds differ in length")
  }
  let kinds = Set(levels).sorted()
  guard kinds.count > 1 else { throw .noComparison }
  switch pooling {
  case .separate:
    var groups: [SubgroupComparison.Group] = []
    for kind in kinds {
      let members = levels.indices.filter { levels[$0] == kind }
      let fit = try randomEffects(
        estimates: members.map { estimates[$0] }, variances: members.map { variances[$0] },
        estimator: estimator, test: test, level: level)
      groups.append(SubgroupComparison.Group(level: kind, fit: fit))
    }
    return try compare(groups)
  case .common:
    return try compareWithCommonVariance(
      estimates, variances, levels, kinds, estimator: estimator, test: test, level: level)
  }
}

extension SubgroupComparison.Group {
  fileprivate init(level: Int, fit: RandomEffectsFit) {
    self.init(
      level: level, count: fit.count, estimate: fit.estimate,
      standardError: fit.standardError, interval: fit.interval, tau2: fit.tau2, i2: fit.i2,
      q: fit.q, qP: fit.qP)
  }
}

/// Q between = Σ (μ_j − μ̄)²/SE_j².
private func compare(
  _ groups: [SubgroupComparison.Group]
) throws(EstimationError) -> SubgroupComparison {
  guard groups.allSatisfy({ $0.standardError > 0 }) else {
    throw .noVariation(of: "the effects of one kind of study")
  }
  let weights = groups.map { 1 / ($0.standardError * $0.standardError) }
  let total = weights.reduce(0, +)
  let centre = zip(weights, groups).reduce(0) { $0 + $1.0 * $1.1.estimate } / total
  let between = zip(weights, groups).reduce(0) {
    $0 + $1.0 * ($1.1.estimate - centre) * ($1.1.estimate - centre)
  }
  let freedom = Double(groups.count - 1)
  let p = ChiSquared.upperTail(between, degreesOfFreedom: freedom)
  try EstimationError.check(between, p)
  return SubgroupComparison(
    groups: groups, qBetween: between, degreesOfFreedom: freedom,
    denominatorDegreesOfFreedom: nil, p: p, pooling: .separate)
}

private func compareWithCommonVariance(
  _ estimates: [Double], _ variances: [Double], _ levels: [Int], _ kinds: [Int],
  estimator: HeterogeneityEstimator, test: SummaryTest, level: Double
) throws(EstimationError) -> SubgroupComparison {
  let regression = try metaRegression(
    estimates: estimates, variances: variances, moderators: indicatorColumns(levels),
    estimator: estimator, test: test, level: level)
  var groups: [SubgroupComparison.Group] = []
  let freedom = test == .knha ? Double(regression.qeDegreesOfFreedom) : nil
  let scale = try scaleOfVariances(
    estimates, variances, levels, tau2: regression.tau2, freedom: freedom)
  for kind in kinds {
    let members = levels.indices.filter { levels[$0] == kind }
    let model = try MetaModel(
      estimates: members.map { estimates[$0] }, variances: members.map { variances[$0] })
    let fit = try model.solution(tau2: regression.tau2)
    let row = try CoefficientEstimate(
      estimate: fit.coefficients[0], standardError: (scale / fit.sumOfWeights).squareRoot(),
      degreesOfFreedom: freedom, level: level)
    let variation = try Variation(of: model, estimator: estimator, tau2: regression.tau2)
    groups.append(
      SubgroupComparison.Group(
        level: kind, count: members.count, estimate: row.estimate,
        standardError: row.standardError, interval: row.interval, tau2: regression.tau2,
        i2: variation.i2, q: variation.q, qP: variation.qP))
  }
  return SubgroupComparison(
    groups: groups, qBetween: regression.qm, degreesOfFreedom: regression.qmDegreesOfFreedom,
    denominatorDegreesOfFreedom: regression.qmDenominatorDegreesOfFreedom, p: regression.qmP,
    pooling: .common)
}

/// Knapp–Hartung's factor around the means of the groups; 1 with the normal distribution.
private func scaleOfVariances(
  _ estimates: [Double], _ variances: [Double], _ levels: [Int], tau2: Double, freedom: Double?
) throws(EstimationError) -> Double {
  guard let freedom else { return 1 }
  let ones = [Double](repeating: 1, count: estimates.count)
  let model = try MetaModel(
    estimates: estimates, variances: variances, columns: [ones] + indicatorColumns(levels))
  return try model.solution(tau2: tau2).residualSum / freedom
}
