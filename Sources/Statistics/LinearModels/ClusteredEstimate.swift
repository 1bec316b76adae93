/// Standard errors of one coefficient when whole groups go together, such as classes.
package struct ClusteredErrors: Sendable, Hashable, Codable {
  package let clusterCount: Int
  package let cr0: Double
  /// CR0 times √(G/(G − 1)).
  package let cr1: Double
  /// CR0 times √(G/(G − 1)·(N − 1)/(N − p)), as Stata does.
  package let cr1s: Double
  package let cr2: Double
  package let cr3: Double
  /// Satterthwaite's, for CR2.
  package let degreesOfFreedom: Double

  /// - Throws: `tooFewObservations` below two clusters; `noVariation` when nothing is left;
  ///   `invalid` when too few clusters decide the coefficient for a standard error to exist.
  package init(
    of fit: LeastSquaresFit, clusters: [Int], column: Int
  ) throws(EstimationError) {
    let robust = ClusterRobust(of: fit, clusters: clusters, column: column)
    guard robust.count > 1 else { throw .tooFewObservations(needed: 2, found: robust.count) }
    guard fit.residualDegreesOfFreedom > 0, !fit.isExact else {
      throw .noVariation(of: "what is left after the adjustment")
    }
    let groups = Double(robust.count)
    clusterCount = robust.count
    cr0 = robust.standardError(.none)
    cr1 = cr0 * (groups / (groups - 1)).squareRoot()
    let freedom = Double(fit.residualDegreesOfFreedom)
    cr1s = cr1 * (Double(fit.count - 1) / freedom).squareRoot()
    cr2 = robust.standardError(.halfInverse)
    cr3 = robust.standardError(.inverse)
    degreesOfFreedom = robust.satterthwaite(.halfInverse)
    guard cr2.isFinite, cr3.isFinite, degreesOfFreedom.isFinite, cr2 > 0 else {
      throw .invalid("too few groups were measured for a valid standard error")
    }
  }
}

/// The primary regression with CR2 standard errors by cluster and Satterthwaite's t.
///
/// `clusters` names the class of each pupil. `strata` are blocks that are adjusted for as well.
/// - Throws: as `ancova` and `ClusteredErrors`.
package func clusteredEstimate(
  after: [Double], before: [Double], isIntervention: [Bool], clusters: [Int],
  strata: [Int]? = nil, level: Double = 0.95
) throws(EstimationError) -> (estimate: TwoArmEstimate, errors: ClusteredErrors) {
  guard clusters.count == after.count else { throw .invalid("the columns differ in length") }
  let model = try TwoArmModel(
    after: after, before: before, isIntervention: isIntervention, strata: strata)
  let errors = try ClusteredErrors(
    of: model.fit, clusters: clusters, column: model.armColumn)
  let difference = try CoefficientEstimate(
    estimate: model.fit.coefficients[model.armColumn], standardError: errors.cr2,
    degreesOfFreedom: errors.degreesOfFreedom, level: level)
  return (
    try TwoArmEstimate(difference: difference, after: after, isIntervention: isIntervention),
    errors
  )
}
