/// The difference between two arms after adjustment, in marks and in standard deviations.
package struct AncovaEstimate: Sendable, Hashable, Codable {
  /// The adjusted difference b in marks; positive when the intervention arm is higher.
  package let difference: Double
  package let differenceStandardError: Double
  package let degreesOfFreedom: Double
  package let t: Double
  /// Two-sided.
  package let p: Double
  package let differenceInterval: Interval
  /// S, the standard deviation of the after-marks within arms, unadjusted.
  package let pooledStandardDeviation: Double
  /// b/S.
  package let d: Double
  /// J·b/S.
  package let g: Double
  /// J, exact, with N − 2 degrees of freedom.
  package let correction: Double
  /// Of g: ω·√((SE_b/S)² + (ω·d)²/(2N)), ω = 1 − 3/(4N − 9) (What Works Clearinghouse).
  package let standardError: Double
  /// Of g: J times the t interval of b over S (Education Endowment Foundation).
  package let interval: Interval
  /// Marks after per mark before; nil when there are no before-marks or they are all the same.
  package let slope: Double?
  package let slopeStandardError: Double?
  /// Between before- and after-marks, pooled within arms; nil without before-marks or their spread.
  package let withinArmCorrelation: Double?
  /// The mean of the comparison arm at before-mark 0, averaged over strata.
  package let intercept: Double
  package let residualStandardDeviation: Double
  package let residualSumOfSquares: Double
  package let rSquared: Double
  /// The share of what the rest leaves unexplained that the arm explains.
  package let partialEtaSquared: Double
  package let interventionCount: Int
  package let comparisonCount: Int
  /// The mean of each arm, had both begun at the mean before-mark and lain alike over the strata.
  package let adjustedMeans: ArmMeans
  package let level: Double

  package var count: Int { interventionCount + comparisonCount }
}

/// A mean for each arm.
package struct ArmMeans: Sendable, Hashable, Codable {
  package let intervention: Double
  package let comparison: Double
}

/// The analysis of covariance of two arms: after-mark on arm and before-mark, with strata.
///
/// One element per pupil in each array. `strata` are the blocks, classes or pairs within which the
/// arms were allocated; nil when there were none.
/// - Throws: `noComparison` when an arm is empty; `tooFewObservations` without residual degrees of
///   freedom; `noVariation` when the after-marks do not vary; `collinear` when the arm cannot be
///   told from the before-mark or the strata.
/// - Source: g of What Works Clearinghouse 5.0 and the EEF statistical guidance; checked against
///   R's `lm` in `Reference/school.json`.
package func ancova(
  after: [Double], before: [Double], isIntervention: [Bool], strata: [Int]? = nil,
  level: Double = 0.95
) throws(EstimationError) -> AncovaEstimate {
  let model = try TwoArmModel(
    after: after, before: before, isIntervention: isIntervention, strata: strata)
  return try AncovaEstimate(of: model, level: level)
}

/// The same without a before-mark: after-mark on arm and strata.
package func ancova(
  after: [Double], isIntervention: [Bool], strata: [Int]? = nil, level: Double = 0.95
) throws(EstimationError) -> AncovaEstimate {
  let model = try TwoArmModel(
    after: after, before: nil, isIntervention: isIntervention, strata: strata)
  return try AncovaEstimate(of: model, level: level)
}

/// What an adjusted difference is made of, however it was fitted.
struct AncovaParts {
  var difference: Double
  var differenceStandardError: Double
  var degreesOfFreedom: Double
  var pooledStandardDeviation: Double
  var slope: Double?
  var slopeStandardError: Double?
  var withinArmCorrelation: Double?
  var residualSumOfSquares: Double
  var totalSumOfSquares: Double
  var interventionCount: Int
  var comparisonCount: Int
  var meanAfter: Double
  var meanBefore: Double
}

extension AncovaParts {
  init(of model: TwoArmModel) {
    let fit = model.fit
    difference = fit.coefficients[model.armColumn]
    differenceStandardError = fit.standardError(of: model.armColumn)
    degreesOfFreedom = Double(fit.residualDegreesOfFreedom)
    pooledStandardDeviation = model.pooledStandardDeviation
    let hasSlope = model.before != nil && fit.isKept[model.beforeColumn]
    slope = hasSlope ? fit.coefficients[model.beforeColumn] : nil
    slopeStandardError = hasSlope ? fit.standardError(of: model.beforeColumn) : nil
    withinArmCorrelation = model.before.flatMap {
      pooledCorrelation($0, model.after, isIntervention: model.isIntervention)
    }
    residualSumOfSquares = fit.residualSumOfSquares
    totalSumOfSquares = fit.totalSumOfSquares
    interventionCount = model.interventionCount
    comparisonCount = model.comparisonCount
    meanAfter = mean(model.after)
    meanBefore = mean(model.before ?? [])
  }
}

extension AncovaEstimate {
  init(of model: TwoArmModel, level: Double) throws(EstimationError) {
    try self.init(AncovaParts(of: model), level: level)
  }

  init(_ parts: AncovaParts, level: Double) throws(EstimationError) {
    let total = Double(parts.interventionCount + parts.comparisonCount)
    let arm = try CoefficientEstimate(
      estimate: parts.difference, standardError: parts.differenceStandardError,
      degreesOfFreedom: parts.degreesOfFreedom, level: level)
    let effect = try StandardizedEffect(
      difference: arm, standardDeviation: parts.pooledStandardDeviation, total: total)
    difference = arm.estimate
    differenceStandardError = arm.standardError
    degreesOfFreedom = parts.degreesOfFreedom
    t = arm.statistic
    p = arm.p
    differenceInterval = arm.interval
    pooledStandardDeviation = parts.pooledStandardDeviation
    d = effect.d
    g = effect.g
    correction = effect.correction
    standardError = effect.standardError
    interval = effect.interval
    slope = parts.slope
    slopeStandardError = parts.slopeStandardError
    withinArmCorrelation = parts.withinArmCorrelation
    residualSumOfSquares = parts.residualSumOfSquares
    residualStandardDeviation =
      (parts.residualSumOfSquares / parts.degreesOfFreedom).squareRoot()
    rSquared = 1 - parts.residualSumOfSquares / parts.totalSumOfSquares
    partialEtaSquared = t * t / (t * t + degreesOfFreedom)
    interventionCount = parts.interventionCount
    comparisonCount = parts.comparisonCount
    let comparison = parts.meanAfter - arm.estimate * Double(interventionCount) / total
    adjustedMeans = ArmMeans(intervention: comparison + arm.estimate, comparison: comparison)
    intercept = comparison - (parts.slope ?? 0) * parts.meanBefore
    self.level = level
  }
}

/// Pearson's correlation of deviations from the means of the arms.
private func pooledCorrelation(
  _ x: [Double], _ y: [Double], isIntervention: [Bool]
) -> Double? {
  func deviations(_ values: [Double]) -> [Double] {
    let groups = arms(values, isIntervention: isIntervention)
    return zip(values, isIntervention).map { $0 - ($1 ? groups[0].mean : groups[1].mean) }
  }
  return try? correlation(deviations(x), deviations(y))
}
