/// How often moderators explain as much when they are dealt out to studies by chance.
package struct PermutationTest: Sendable, Hashable, Codable {
  /// Of all moderators together, the order as it is counted among the draws.
  package let jointP: Double
  /// Two-sided, one for each coefficient after the intercept.
  package let coefficientPs: [Double]
  package let draws: Int
  /// Of ``SeededGenerator``.
  package let seed: UInt64
}

/// Deals the rows of moderators out to studies in other orders, and fits each time.
///
/// p is (1 + as extreme)/(1 + draws), by QM and by |t| or |z|. Orders that cannot be fitted are
/// left out.
/// - Throws: as `metaRegression`.
/// - Source: Higgins and Thompson (2004), Statistics in Medicine 23, 1663–1682; metafor's `permutest`.
package func permutationTest(
  estimates: [Double], variances: [Double], moderators: [[Double]],
  estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha, draws: Int = 999,
  seed: UInt64 = 1
) throws(EstimationError) -> PermutationTest {
  let found = try ModeratorStatistics(
    estimates, variances, moderators, estimator: estimator, test: test)
  var generator = SeededGenerator(seed: seed)
  var order = Array(estimates.indices)
  var joint = 1
  var each = [Int](repeating: 1, count: moderators.count)
  var fitted = 0
  for _ in 0..<draws {
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, generator.next(below: last + 1))
    }
    let dealt = moderators.map { values in order.map { values[$0] } }
    guard
      let fit = try? ModeratorStatistics(
        estimates, variances, dealt, estimator: estimator, test: test)
    else { continue }
    fitted += 1
    // What differs by rounding alone is as extreme.
    if fit.joint >= found.joint - 1e-9 * max(1, found.joint) { joint += 1 }
    for index in moderators.indices where fit.each[index] >= found.each[index] - 1e-9 {
      each[index] += 1
    }
  }
  return PermutationTest(
    jointP: Double(joint) / Double(fitted + 1),
    coefficientPs: each.map { Double($0) / Double(fitted + 1) }, draws: fitted, seed: seed)
}

/// QM and the absolute t or z of each moderator.
private struct ModeratorStatistics {
  let joint: Double
  let each: [Double]

  init(
    _ estimates: [Double], _ variances: [Double], _ moderators: [[Double]],
    estimator: HeterogeneityEstimator, test: SummaryTest
  ) throws(EstimationError) {
    let regression = try ModeratorModel(
      estimates: estimates, variances: variances, moderators: moderators)
    let model = regression.model
    let fit = try model.solution(tau2: try model.heterogeneity(estimator).tau2)
    let freedom = Double(model.residualDegreesOfFreedom)
    let scale = test == .knha ? fit.residualSum / freedom : 1
    guard scale > 0 else { throw .noVariation(of: "the effects") }
    var covariance = fit.inverse
    for index in covariance.elements.indices { covariance.elements[index] *= scale }
    joint = try JointTest(fit.coefficients, covariance, test: test, freedom: freedom).statistic
    each = fit.coefficients.indices.dropFirst().map {
      abs(fit.coefficients[$0]) / covariance[$0, $0].squareRoot()
    }
  }
}
