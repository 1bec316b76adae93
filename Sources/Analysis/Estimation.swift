package import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// The primary estimate, in the arm to which each pupil was allocated.
  ///
  /// - Throws: Why there can be none.
  /// - Reference: `ancova_g` of the reference numbers, with `se_wwc_reg` and `ci_transformed`;
  ///   for whole classes `mixed`, with the total standard deviation.
  func estimateEffect(
    _ plan: AnalysisPlan, _ settings: AnalysisSettings, months: MonthsTable
  ) throws(EstimationError) -> EffectEstimate {
    switch plan.model {
    case .gain: throw .invalid("There was no comparison group.")
    case .classes: return try effectOfClasses(settings, months: months)
    case .covariance, .pairs:
      return EffectEstimate(
        of: try covariance(plan, settings), nesting: nil, months: months)
    case .teachingGroups:
      let fit = try covariance(plan, settings)
      let nesting = try ClusterCorrection.interventionArm(
        intervention: fit.interventionCount, comparison: fit.comparisonCount,
        size: meanGroupSize, intraclassCorrelation: groupCorrelation(settings).used)
      return EffectEstimate(of: fit, nesting: nesting, months: months)
    }
  }

  private func covariance(
    _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) throws(EstimationError) -> AncovaEstimate {
    let pupils = analysed(plan)
    let marks = columns(of: pupils)
    return try ancova(
      after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
      strata: strata(of: pupils, plan), level: settings.level)
  }
}

extension EffectEstimate {
  /// An analysis of covariance, corrected for teaching groups where there are any.
  package init(of fit: AncovaEstimate, nesting: ClusterCorrection?, months: MonthsTable) {
    let corrected = nesting.map { Corrected(fit, for: $0) } ?? Corrected(fit)
    let spread = fit.differenceStandardError / fit.pooledStandardDeviation
    self.init(
      estimator: "ancova", difference: fit.difference,
      differenceInterval: corrected.differenceInterval,
      pooledStandardDeviation: fit.pooledStandardDeviation, g: corrected.g,
      standardError: corrected.standardError, degreesOfFreedom: corrected.degreesOfFreedom,
      p: corrected.p, interval: corrected.interval, level: fit.level,
      months: months.months(
        for: corrected.g, low: corrected.interval.low, high: corrected.interval.high),
      minimumDetectableEffect: detectableMargin(fit.degreesOfFreedom) * spread
        * (nesting?.eta ?? 1).squareRoot(),
      adjustedMeans: [
        .intervention: fit.adjustedMeans.intervention, .comparison: fit.adjustedMeans.comparison,
      ],
      differenceStandardError: fit.differenceStandardError,
      clusterInflation: nesting?.eta ?? 1,
      clusterDegreesOfFreedom: nesting?.degreesOfFreedom
        ?? Double(fit.interventionCount + fit.comparisonCount - 2))
    clusterShrinkage = nesting?.gamma
  }
}

/// How many standard errors away a true effect is found four times in five.
func detectableMargin(_ degreesOfFreedom: Double) -> Double {
  StudentT.quantile(0.975, degreesOfFreedom: degreesOfFreedom)
    + StudentT.quantile(0.8, degreesOfFreedom: degreesOfFreedom)
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

  init(_ fit: AncovaEstimate, for nesting: ClusterCorrection) {
    let widened = fit.differenceStandardError * nesting.eta.squareRoot()
    let ratio = fit.differenceStandardError / fit.pooledStandardDeviation
    let (shrunk, variance) = nesting.corrected(g: fit.g, regressionVariance: ratio * ratio)
    g = shrunk
    standardError = variance.squareRoot()
    degreesOfFreedom = min(fit.degreesOfFreedom, nesting.degreesOfFreedom)
    let reach =
      StudentT.quantile((1 + fit.level) / 2, degreesOfFreedom: degreesOfFreedom) * widened
    differenceInterval = Interval(low: fit.difference - reach, high: fit.difference + reach)
    interval = differenceInterval.scaled(
      by: fit.correction * nesting.gamma.squareRoot() / fit.pooledStandardDeviation)
    p = StudentT.twoSidedP(fit.difference / widened, degreesOfFreedom: degreesOfFreedom)
  }
}
