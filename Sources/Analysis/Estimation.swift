import Foundation
import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// The primary estimate: the after-marks, adjusted for the before-marks, in the arm to which
  /// each pupil was allocated.
  ///
  /// - Throws: Why there can be none.
  /// - Reference: `ancova_g` of the reference numbers, with `se_wwc_reg` and `ci_transformed`.
  func estimateEffect(
    design: StudyDesign, settings: AnalysisSettings, months: MonthsTable
  ) throws(EstimationError) -> EffectEstimate {
    let pupils = design == .pairs ? completePairs : complete
    let fit = try ancova(
      after: pupils.compactMap(after(of:)), before: pupils.compactMap(before(of:)),
      isIntervention: pupils.map { $0.arm == .intervention },
      strata: design == .pairs ? strata(of: pupils) : nil, level: settings.level)
    guard design == .partiallyNested else { return effect(fit, nesting: nil, months: months) }
    let nesting = try ClusterCorrection.interventionArm(
      intervention: fit.interventionCount, comparison: fit.comparisonCount, size: meanGroupSize,
      intraclassCorrelation: settings.assumedGroupCorrelation)
    return effect(fit, nesting: nesting, months: months)
  }

  private func effect(
    _ fit: AncovaEstimate, nesting: ClusterCorrection?, months: MonthsTable
  ) -> EffectEstimate {
    let corrected = nesting.map { correct(fit, for: $0) } ?? Corrected(fit)
    let spread = fit.differenceStandardError / fit.pooledStandardDeviation
    let margin =
      StudentT.quantile(0.975, degreesOfFreedom: fit.degreesOfFreedom)
      + StudentT.quantile(0.8, degreesOfFreedom: fit.degreesOfFreedom)
    return EffectEstimate(
      estimator: "ancova", difference: fit.difference,
      differenceInterval: corrected.differenceInterval,
      pooledStandardDeviation: fit.pooledStandardDeviation, g: corrected.g,
      standardError: corrected.standardError, degreesOfFreedom: corrected.degreesOfFreedom,
      p: corrected.p, interval: corrected.interval, level: fit.level,
      months: months.months(
        for: corrected.g, low: corrected.interval.low, high: corrected.interval.high),
      minimumDetectableEffect: margin * spread * (nesting?.eta ?? 1).squareRoot(),
      adjustedMeans: [
        .intervention: fit.adjustedMeans.intervention, .comparison: fit.adjustedMeans.comparison,
      ],
      differenceStandardError: fit.differenceStandardError,
      clusterInflation: nesting?.eta ?? 1,
      clusterDegreesOfFreedom: nesting?.degreesOfFreedom
        ?? Double(fit.interventionCount + fit.comparisonCount - 2))
  }

  /// The pupils whose partner has both marks too.
  private var completePairs: [Pupil] {
    let pupils = complete
    let members = Dictionary(grouping: pupils.filter { $0.pair != nil }) { $0.pair }
    return pupils.filter { pupil in
      guard pupil.pair != nil, let pair = members[pupil.pair] else { return false }
      return Set(pair.map(\.arm)).count == 2
    }
  }

  private func strata(of pupils: [Pupil]) -> [Int] {
    let names = Set(pupils.compactMap(\.pair)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return pupils.map { numbers[$0.pair ?? ""] ?? 0 }
  }
}

/// The figures that teaching in groups changes.
private struct Corrected {
  var g: Double
  var standardError: Double
  var interval: Interval
  var differenceInterval: Interval
  var degreesOfFreedom: Double
  var p: Double

  init(_ fit: AncovaEstimate) {
    g = fit.g
    standardError = fit.standardError
    interval = fit.interval
    differenceInterval = fit.differenceInterval
    degreesOfFreedom = fit.degreesOfFreedom
    p = fit.p
  }
}

private func correct(_ fit: AncovaEstimate, for nesting: ClusterCorrection) -> Corrected {
  var corrected = Corrected(fit)
  let widened = fit.differenceStandardError * nesting.eta.squareRoot()
  let ratio = fit.differenceStandardError / fit.pooledStandardDeviation
  let (g, variance) = nesting.corrected(g: fit.g, regressionVariance: ratio * ratio)
  corrected.g = g
  corrected.standardError = variance.squareRoot()
  corrected.degreesOfFreedom = min(fit.degreesOfFreedom, nesting.degreesOfFreedom)
  let reach =
    StudentT.quantile((1 + fit.level) / 2, degreesOfFreedom: corrected.degreesOfFreedom) * widened
  corrected.differenceInterval = Interval(
    low: fit.difference - reach, high: fit.difference + reach)
  corrected.interval = corrected.differenceInterval.scaled(
    by: fit.correction * nesting.gamma.squareRoot() / fit.pooledStandardDeviation)
  corrected.p = StudentT.twoSidedP(
    fit.difference / widened, degreesOfFreedom: corrected.degreesOfFreedom)
  return corrected
}
