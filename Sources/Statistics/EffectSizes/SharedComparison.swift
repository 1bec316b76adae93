/// The covariance of two effects that were measured against the same comparison pupils.
///
/// φ/n₂ + g₁g₂/(2N): with the same comparison arm the two errors share its mean, so 1/n₂, shrunk
/// by φ, what the before-marks leave of the variance of the after-marks (1 without before-marks).
/// `comparison` is n₂, the pupils of the shared arm, and `total` N, the pupils of all three arms.
/// - Throws: `noComparison` without comparison pupils.
/// - Source: Gleser and Olkin (2009), in The Handbook of Research Synthesis, second edition.
package func sharedComparisonCovariance(
  _ one: (g: Double, residualRatio: Double), _ other: (g: Double, residualRatio: Double),
  comparison: Int, total: Int
) throws(EstimationError) -> Double {
  guard comparison > 0, total >= comparison else { throw .noComparison }
  let ratio = max(0, one.residualRatio * other.residualRatio).squareRoot()
  let covariance = ratio / Double(comparison) + one.g * other.g / (2 * Double(total))
  try EstimationError.check(covariance)
  return covariance
}
