package import Statistics
package import StudyModel
import Validation

/// What there is to know of the classes, where whole classes were allocated.
package struct ClassFindings: Sendable, Hashable {
  /// How many classes there were with pupils who have both marks.
  package var classes: [Arm: Int]
  /// The share of the spread of after-marks that lies between classes; nil without an estimate.
  package var correlation: Double?
  package var meanSize: Double
}

extension OutcomeSample {
  /// The mixed model of a trial that allocated classes.
  func trialOfClasses(
    _ settings: AnalysisSettings
  ) throws(EstimationError) -> ClusteredTrialEstimate {
    let pupils = complete
    guard pupils.allSatisfy({ $0.className != nil }) else {
      throw .invalid("some pupils have no class, and whole classes were allocated")
    }
    let marks = columns(of: pupils)
    return try clusteredTrial(
      after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
      classes: classes(of: pupils), level: settings.level)
  }

  func effectOfClasses(
    _ settings: AnalysisSettings, months: MonthsTable
  ) throws(EstimationError) -> EffectEstimate {
    let trial = try trialOfClasses(settings)
    let (before, after) = (complete.compactMap(before(of:)), complete.compactMap(after(of:)))
    let treated = complete.count { $0.arm == .intervention }
    return try EffectEstimate(
      of: trial, marks: MarkSums(before: before, after: after), intervention: treated,
      level: settings.level, months: months)
  }

  func classFindings(_ settings: AnalysisSettings) -> ClassFindings {
    let all = Set(complete.compactMap(\.className)).count
    return ClassFindings(
      classes: classCounts(of: complete),
      correlation: try? trialOfClasses(settings).intraclassCorrelation,
      meanSize: all > 0 ? Double(complete.count) / Double(all) : 0)
  }

  /// How many classes these pupils are from, by arm.
  func classCounts(of pupils: [Pupil]) -> [Arm: Int] {
    var counts: [Arm: Int] = [:]
    for arm in Arm.allCases {
      counts[arm] = Set(pupils.filter { $0.arm == arm }.compactMap(\.className)).count
    }
    return counts
  }
}

extension EffectEstimate {
  /// The adjusted difference of the mixed model, in total standard deviations of the after-marks.
  ///
  /// The standard error of g is √((SE_b/S)² + g²/(2(h − 1))), h the degrees of freedom of a spread
  /// between and within classes. There is no small-sample factor: h is large enough.
  package init(
    of trial: ClusteredTrialEstimate, marks: MarkSums, intervention: Int, level: Double,
    months: MonthsTable
  ) throws(EstimationError) {
    let (b, spread) = (trial.primary, trial.totalStandardDeviation)
    guard spread > 0 else { throw .noVariation(of: "the after-marks") }
    let count = marks.count
    let classes = Double(trial.interventionClasses + trial.comparisonClasses)
    let size = Double(count) / classes
    let correction = try? ClusterCorrection.bothArms(
      total: count, size: size, intraclassCorrelation: trial.intraclassCorrelation)
    let freedom = max(correction?.degreesOfFreedom ?? classes - 2, 2)
    let g = b.estimate / spread
    let ratio = b.standardError / spread
    let interval = b.interval.scaled(by: 1 / spread)
    // What the classes add to the variance of the adjusted difference.
    let inflation = 1 + (size - 1) * trial.fit.intraclassCorrelation
    let between = marks.afterSummary.mean - b.estimate * Double(intervention) / Double(count)
    self.init(
      estimator: "mixed", difference: b.estimate, differenceInterval: b.interval,
      pooledStandardDeviation: spread, g: g,
      standardError: (ratio * ratio + g * g / (2 * (freedom - 1))).squareRoot(),
      degreesOfFreedom: b.degreesOfFreedom ?? classes - 2, p: b.p, interval: interval,
      level: level, months: months.months(for: g, low: interval.low, high: interval.high),
      minimumDetectableEffect: detectableMargin(b.degreesOfFreedom ?? classes - 2) * ratio,
      adjustedMeans: [.intervention: between + b.estimate, .comparison: between],
      differenceStandardError: b.standardError / inflation.squareRoot(),
      clusterInflation: inflation, clusterDegreesOfFreedom: freedom)
  }
}
