/// The analysis of covariance from sums alone, one element per block, equal to that from pupils.
///
/// Within blocks, with T the arm and x the before-mark:
/// slope = (Sxy − STx·STy/STT)/(Sxx − STx²/STT), b = (STy − slope·STx)/STT.
/// - Throws: as the analysis from pupils.
package func ancova(
  blocks: [BlockSums], level: Double = 0.95
) throws(EstimationError) -> AncovaEstimate {
  try AncovaEstimate(try AncovaParts(blocks: blocks), level: level)
}

/// The same from what is left of the blocks once they are added up, so that not even a block of two
/// pupils can be read from it.
package func ancova(
  within products: BlockedProducts, intervention: MarkSums, comparison: MarkSums,
  level: Double = 0.95
) throws(EstimationError) -> AncovaEstimate {
  try AncovaEstimate(
    try AncovaParts(within: products, treated: intervention, controls: comparison), level: level)
}

extension AncovaParts {
  init(blocks: [BlockSums]) throws(EstimationError) {
    try self.init(
      within: BlockedProducts(blocks), treated: blocks.reduce(.none) { $0 + $1.intervention },
      controls: blocks.reduce(.none) { $0 + $1.comparison })
  }

  init(
    within sums: BlockedProducts, treated: MarkSums, controls: MarkSums
  ) throws(EstimationError) {
    guard treated.count > 0, controls.count > 0 else { throw .noComparison }
    let all = treated + controls
    let spread = try Statistics.pooledStandardDeviation(
      [treated.afterSummary, controls.afterSummary])
    if isNegligible(spread, besideMagnitude: all.afterSummary.mean) {
      throw .noVariation(of: "the after-marks")
    }
    guard sums.armArm > 0 else { throw .collinear }
    let isAdjusted = sums.beforeBefore > 1e-13 * max(all.beforeSquared, 1)
    let left = sums.beforeBefore - sums.armBefore * sums.armBefore / sums.armArm
    if isAdjusted, left <= 1e-13 * sums.beforeBefore { throw .collinear }
    let coefficients = sums.usedBlocks + (isAdjusted ? 2 : 1)
    degreesOfFreedom = Double(all.count - coefficients)
    guard degreesOfFreedom > 0 else {
      throw .tooFewObservations(needed: coefficients + 1, found: all.count)
    }
    let slope =
      isAdjusted ? (sums.beforeAfter - sums.armBefore * sums.armAfter / sums.armArm) / left : 0
    difference = (sums.armAfter - slope * sums.armBefore) / sums.armArm
    residualSumOfSquares =
      sums.afterAfter - difference * sums.armAfter - slope * sums.beforeAfter
    guard residualSumOfSquares > 1e-13 * max(sums.afterAfter, all.afterSquared * 1e-3) else {
      throw .noVariation(of: "what is left after the adjustment")
    }
    let variance = residualSumOfSquares / degreesOfFreedom
    differenceStandardError =
      (variance * (isAdjusted ? sums.beforeBefore / left : 1) / sums.armArm).squareRoot()
    self.slope = isAdjusted ? slope : nil
    slopeStandardError = isAdjusted ? (variance / left).squareRoot() : nil
    pooledStandardDeviation = spread
    withinArmCorrelation = Self.correlation(treated, controls)
    totalSumOfSquares = all.afterSummary.sumOfSquaredDeviations
    interventionCount = treated.count
    comparisonCount = controls.count
    meanAfter = all.afterSummary.mean
    meanBefore = all.beforeSummary.mean
  }

  private static func correlation(_ treated: MarkSums, _ controls: MarkSums) -> Double? {
    let before =
      treated.beforeSummary.sumOfSquaredDeviations + controls.beforeSummary.sumOfSquaredDeviations
    let after =
      treated.afterSummary.sumOfSquaredDeviations + controls.afterSummary.sumOfSquaredDeviations
    guard before > 0, after > 0, treated.count + controls.count > 2 else { return nil }
    let product = treated.deviationProduct + controls.deviationProduct
    return min(1, max(-1, product / (before * after).squareRoot()))
  }
}

/// Sums of products of deviations from the means of blocks, over all blocks.
package struct BlockedProducts: Sendable, Hashable, Codable {
  package private(set) var armArm = 0.0
  package private(set) var armBefore = 0.0
  package private(set) var armAfter = 0.0
  package private(set) var beforeBefore = 0.0
  package private(set) var beforeAfter = 0.0
  package private(set) var afterAfter = 0.0
  /// Blocks with anyone in them.
  package private(set) var usedBlocks = 0

  package init(_ blocks: [BlockSums]) {
    for block in blocks where block.both.count > 0 {
      let both = block.both
      let treated = Double(block.intervention.count)
      let controls = Double(block.comparison.count)
      let shared = treated * controls / (treated + controls)
      usedBlocks += 1
      armArm += shared
      armBefore +=
        shared * (block.intervention.beforeSummary.mean - block.comparison.beforeSummary.mean)
      armAfter +=
        shared * (block.intervention.afterSummary.mean - block.comparison.afterSummary.mean)
      beforeBefore += both.beforeSummary.sumOfSquaredDeviations
      beforeAfter += both.deviationProduct
      afterAfter += both.afterSummary.sumOfSquaredDeviations
    }
  }
}
