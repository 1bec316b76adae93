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

/// Whether the effect differs between kinds of pupil at all.
package struct InteractionTest: Sendable, Hashable, Codable {
  package let f: Double
  package let numeratorDegreesOfFreedom: Double
  package let denominatorDegreesOfFreedom: Double
  package let p: Double
}

/// The F test of arm × kind over all kinds together, beside the before-mark and the strata.
///
/// With two kinds F is t² of `subgroupInteraction`.
/// - Throws: `collinear` unless every kind is in both arms; `tooFewObservations`, `noVariation`.
package func interactionTest(
  after: [Double], before: [Double]?, isIntervention: [Bool], kinds: [Int], strata: [Int]? = nil
) throws(EstimationError) -> InteractionTest {
  let count = after.count
  guard isIntervention.count == count, kinds.count == count,
    before == nil || before?.count == count,
    strata == nil || strata?.count == count
  else { throw .invalid("the columns differ in length") }
  let arm = isIntervention.map { $0 ? 1.0 : 0 }
  var columns = [[Double](repeating: 1, count: count)]
  if let before { columns.append(before) }
  if let strata { columns += indicatorColumns(strata) }
  let indicators = indicatorColumns(kinds)
  columns += indicators + [arm]
  let products = indicators.map { zip($0, arm).map { $0 * $1 } }
  guard !products.isEmpty else { throw .noComparison }
  let without = try leastSquares(columns: columns, outcome: after)
  let fit = try leastSquares(columns: columns + products, outcome: after)
  guard fit.isKept.suffix(products.count + 1).allSatisfy({ $0 }) else { throw .collinear }
  guard fit.residualDegreesOfFreedom > 0 else {
    throw .tooFewObservations(needed: fit.rank + 1, found: count)
  }
  if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
  let (over, under) = (Double(products.count), Double(fit.residualDegreesOfFreedom))
  let explained = max(0, without.residualSumOfSquares - fit.residualSumOfSquares)
  let f = explained / over / (fit.residualSumOfSquares / under)
  let p = FDistribution.upperTail(
    f, numeratorDegreesOfFreedom: over, denominatorDegreesOfFreedom: under)
  try EstimationError.check(f, p)
  return InteractionTest(
    f: f, numeratorDegreesOfFreedom: over, denominatorDegreesOfFreedom: under, p: p)
}
