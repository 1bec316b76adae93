/// How much the effect differs between two kinds of pupil.
package struct SubgroupInteraction: Sendable, Hashable, Codable {
  /// The effect in the second kind less that in the first, in marks.
  package let interaction: CoefficientEstimate
  /// The effect in the first kind.
  package let effectInFirstKind: Double
  /// Second kind less first kind, in the comparison arm.
  package let differenceBetweenKinds: Double
}

/// Compares the effect between two kinds of pupil.
///
/// The coefficient of arm × kind in a regression on arm, kind, their product and, when given, the
/// before-mark. Positive when the effect is larger where `isSecondKind`.
/// - Throws: `collinear` unless both kinds are in both arms; `tooFewObservations`, `noVariation`.
package func subgroupInteraction(
  after: [Double], before: [Double]?, isIntervention: [Bool], isSecondKind: [Bool],
  level: Double = 0.95
) throws(EstimationError) -> SubgroupInteraction {
  let count = after.count
  guard isIntervention.count == count, isSecondKind.count == count,
    before == nil || before?.count == count
  else { throw .invalid("the columns differ in length") }
  let arm = isIntervention.map { $0 ? 1.0 : 0 }
  let kind = isSecondKind.map { $0 ? 1.0 : 0 }
  var columns = [[Double](repeating: 1, count: count)]
  if let before { columns.append(before) }
  columns += [arm, kind, zip(arm, kind).map { $0 * $1 }]
  let fit = try leastSquares(columns: columns, outcome: after)
  let column = columns.count - 1
  guard fit.isKept.suffix(3).allSatisfy({ $0 }) else { throw .collinear }
  guard fit.residualDegreesOfFreedom > 0 else {
    throw .tooFewObservations(needed: fit.rank + 1, found: count)
  }
  if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
  let interaction = try CoefficientEstimate(
    estimate: fit.coefficients[column], standardError: fit.standardError(of: column),
    degreesOfFreedom: Double(fit.residualDegreesOfFreedom), level: level)
  return SubgroupInteraction(
    interaction: interaction, effectInFirstKind: fit.coefficients[column - 2],
    differenceBetweenKinds: fit.coefficients[column - 1])
}
