/// Standard errors of one coefficient that do not assume the same spread for every pupil.
package struct HeteroscedasticErrors: Sendable, Hashable {
  package let hc0: Double
  package let hc1: Double
  /// Nil when one pupil decides a coefficient alone, so that nothing is left to see its spread by.
  package let hc2: Double?
  package let hc3: Double?
  /// Bell and McCaffrey's degrees of freedom for HC2.
  package let degreesOfFreedom: Double?

  /// - Source: MacKinnon and White (1985); Bell and McCaffrey (2002).
  package init(of fit: LeastSquaresFit, column: Int) throws(EstimationError) {
    if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
    let alone = Array(0..<fit.count)
    let robust = ClusterRobust(of: fit, clusters: alone, column: column)
    let count = Double(fit.count)
    hc0 = robust.standardError(.none)
    hc1 = hc0 * (count / Double(fit.residualDegreesOfFreedom)).squareRoot()
    guard fit.leverages.allSatisfy({ 1 - $0 > 1e-8 }) else {
      (hc2, hc3, degreesOfFreedom) = (nil, nil, nil)
      return
    }
    hc2 = robust.standardError(.halfInverse)
    hc3 = robust.standardError(.inverse)
    degreesOfFreedom = robust.satterthwaite(.halfInverse)
  }
}

/// The reason why HC2 and HC3 do not exist.
let oneDecidesAlone =
  "one result decides a part of the calculation alone, so its uncertainty cannot be seen"

/// The primary regression with HC2 standard errors and t on its residual degrees of freedom.
///
/// - Throws: as `ancova`, and `invalid` when one pupil decides a coefficient alone.
package func hc2Estimate(
  after: [Double], before: [Double], isIntervention: [Bool], strata: [Int]? = nil,
  level: Double = 0.95
) throws(EstimationError) -> TwoArmEstimate {
  let model = try TwoArmModel(
    after: after, before: before, isIntervention: isIntervention, strata: strata)
  let errors = try HeteroscedasticErrors(of: model.fit, column: model.armColumn)
  guard let error = errors.hc2 else {
    throw .invalid(oneDecidesAlone)
  }
  return try TwoArmEstimate(
    difference: try CoefficientEstimate(
      estimate: model.fit.coefficients[model.armColumn], standardError: error,
      degreesOfFreedom: Double(model.fit.residualDegreesOfFreedom), level: level),
    after: after, isIntervention: isIntervention)
}
