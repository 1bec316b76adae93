/// The effect where whole classes were allocated, from a model with a random level for each class.
package struct ClusteredTrialEstimate: Sendable, Hashable, Codable {
  package let fit: RandomInterceptFit
  /// The adjusted difference with z, as lme4 prints it.
  package let difference: CoefficientEstimate
  /// The same with Satterthwaite's degrees of freedom; where the classes differ by nothing but
  /// chance they do not exist, and the number of classes less two takes their place.
  package let primary: CoefficientEstimate
  /// √(τ² + σ²) of the model without arm and before-mark: what the difference is measured in.
  package let totalStandardDeviation: Double
  /// Of that empty model: the share of the variance of after-marks between classes.
  package let intraclassCorrelation: Double
  package let interventionClasses: Int
  package let comparisonClasses: Int

  /// The difference over the total standard deviation.
  package var d: Double { difference.estimate / totalStandardDeviation }
  package var dInterval: Interval {
    difference.interval.scaled(by: 1 / totalStandardDeviation)
  }
}

/// The mixed model of a trial that allocated classes, one element per pupil.
///
/// - Throws: `noComparison` when an arm has no class; `invalid` with one class in an arm, where
///   no valid standard error exists; otherwise as `randomInterceptFit`.
package func clusteredTrial(
  after: [Double], before: [Double], isIntervention: [Bool], classes: [Int],
  kind: LikelihoodKind = .REML, level: Double = 0.95
) throws(EstimationError) -> ClusteredTrialEstimate {
  guard after.count == before.count, after.count == isIntervention.count,
    after.count == classes.count
  else { throw .invalid("the columns differ in length") }
  let treated = Set(zip(classes, isIntervention).filter(\.1).map(\.0)).count
  let others = Set(zip(classes, isIntervention).filter { !$0.1 }.map(\.0)).count
  try checkClasses(intervention: treated, comparison: others)
  let ones = [Double](repeating: 1, count: after.count)
  let fit = try randomInterceptFit(
    columns: [ones, before, isIntervention.map { $0 ? 1 : 0 }], outcome: after,
    classes: classes, kind: kind, level: level)
  let empty = try randomInterceptFit(
    columns: [ones], outcome: after, classes: classes, level: level)
  return try ClusteredTrialEstimate(
    fit: fit, empty: empty, classes: (treated, others), level: level)
}

/// - Throws: `noComparison` without a class in each arm; `invalid` with only one in an arm.
func checkClasses(intervention: Int, comparison: Int) throws(EstimationError) {
  guard intervention > 0, comparison > 0 else { throw .noComparison }
  guard min(intervention, comparison) > 1 else {
    throw .invalid(
      "with only one class in a group, the programme cannot be told from the class")
  }
}

extension ClusteredTrialEstimate {
  /// `empty` is the model without arm and before-mark.
  init(
    fit: RandomInterceptFit, empty: RandomInterceptFit,
    classes: (intervention: Int, comparison: Int), level: Double
  ) throws(EstimationError) {
    let difference = try CoefficientEstimate(
      estimate: fit.coefficients[2], standardError: fit.standardErrors[2], degreesOfFreedom: nil,
      level: level)
    var primary = fit.satterthwaite
    if primary == nil {
      primary = try CoefficientEstimate(
        estimate: difference.estimate, standardError: difference.standardError,
        degreesOfFreedom: Double(classes.intervention + classes.comparison - 2), level: level)
    }
    self.init(
      fit: fit, difference: difference, primary: primary ?? difference,
      totalStandardDeviation: empty.totalStandardDeviation,
      intraclassCorrelation: empty.intraclassCorrelation,
      interventionClasses: classes.intervention, comparisonClasses: classes.comparison)
  }
}
