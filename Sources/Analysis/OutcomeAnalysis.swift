package import Statistics
package import StudyModel

/// What can be said of one outcome, for one role where there are roles.
package struct OutcomeAnalysis: Sendable {
  package var outcome: Outcome
  package var role: Role?
  package var flow: PupilFlow
  /// The pupils with both marks.
  ///
  /// For the school's own pictures; never leaves its report.
  package var pupils: [PupilPoint]
  package var descriptives: [Arm: ArmDescriptives]
  package var result: EffectResult
  /// The change of the intervention arm, where there is no comparison.
  package var gain: GainEstimate?
  package var attrition: Attrition?
  package var baseline: BaselineBalance?
  /// The share of after-marks that are the highest the test can give, 0 to 1.
  package var shareAtMaximum: Double
  package var certainty: CertaintyJudgement
  package var verdict: Verdict
  package var robustness: [RobustnessLine]
  /// The sufficient statistics, one for each arm and block.
  package var sufficient: [SufficientStatistics]
  /// What qualifies the result.
  package var details = OutcomeDetails()

  package init(
    outcome: Outcome, role: Role?, flow: PupilFlow, pupils: [PupilPoint],
    descriptives: [Arm: ArmDescriptives], result: EffectResult, gain: GainEstimate?,
    attrition: Attrition?, baseline: BaselineBalance?, shareAtMaximum: Double,
    certainty: CertaintyJudgement, verdict: Verdict, robustness: [RobustnessLine],
    sufficient: [SufficientStatistics]
  ) {
    self.outcome = outcome
    self.role = role
    self.flow = flow
    self.pupils = pupils
    self.descriptives = descriptives
    self.result = result
    self.gain = gain
    self.attrition = attrition
    self.baseline = baseline
    self.shareAtMaximum = shareAtMaximum
    self.certainty = certainty
    self.verdict = verdict
    self.robustness = robustness
    self.sufficient = sufficient
  }

  /// The effect, where one could be estimated.
  package var effect: EffectEstimate? {
    if case .estimated(let effect) = result { return effect }
    return nil
  }
}

/// An effect, or the reason why there is none.
package enum EffectResult: Sendable {
  case estimated(EffectEstimate)
  /// Why, in words for the school.
  case notEstimated(reason: String)
}

/// The primary estimate.
package struct EffectEstimate: Sendable, Hashable {
  /// `ancova`, or `mixed` where whole classes were allocated.
  package var estimator: String
  /// The adjusted difference, in marks; positive when the intervention arm did better.
  package var difference: Double
  package var differenceInterval: Interval
  /// The pooled standard deviation of the after-marks within the arms, in marks.
  package var pooledStandardDeviation: Double
  /// The difference in standard deviations, corrected for small samples.
  package var g: Double
  package var standardError: Double
  package var degreesOfFreedom: Double
  package var p: Double
  package var interval: Interval
  package var level: Double
  package var months: MonthsOfProgress
  /// The smallest true effect that a study of this size would find four times in five.
  package var minimumDetectableEffect: Double
  /// The after-marks of the arms at the same before-mark.
  package var adjustedMeans: [Arm: Double]
  /// What pooling needs: the standard error of the difference, in marks.
  package var differenceStandardError: Double
  /// The variance inflation of pupils taught in groups; 1 without groups.
  package var clusterInflation: Double
  /// Degrees of freedom after the same correction; N − 2 without groups.
  package var clusterDegreesOfFreedom: Double
  /// What shrinks g for pupils taught in groups, γ; nil without groups.
  package var clusterShrinkage: Double?

  package init(
    estimator: String, difference: Double, differenceInterval: Interval,
    pooledStandardDeviation: Double, g: Double, standardError: Double, degreesOfFreedom: Double,
    p: Double, interval: Interval, level: Double, months: MonthsOfProgress,
    minimumDetectableEffect: Double, adjustedMeans: [Arm: Double],
    differenceStandardError: Double, clusterInflation: Double, clusterDegreesOfFreedom: Double
  ) {
    self.estimator = estimator
    self.difference = difference
    self.differenceInterval = differenceInterval
    self.pooledStandardDeviation = pooledStandardDeviation
    self.g = g
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
    self.interval = interval
    self.level = level
    self.months = months
    self.minimumDetectableEffect = minimumDetectableEffect
    self.adjustedMeans = adjustedMeans
    self.differenceStandardError = differenceStandardError
    self.clusterInflation = clusterInflation
    self.clusterDegreesOfFreedom = clusterDegreesOfFreedom
  }
}

extension EffectEstimate {
  /// What one mark is in the standard deviations of g, every correction included.
  ///
  /// From the intervals, which have a width even where the difference is exactly 0.
  package var perMark: Double { interval.width / differenceInterval.width }
}

/// The change of one group from before to after, in marks.
///
/// Never called an effect.
package struct GainEstimate: Sendable, Hashable {
  package var count: Int
  package var mean: Double
  /// Nil where one pupil, or no spread, gives none.
  package var interval: Interval?

  package init(count: Int, mean: Double, interval: Interval?) {
    self.count = count
    self.mean = mean
    self.interval = interval
  }
}

/// Another way to look at the same data.
package struct RobustnessLine: Sendable, Hashable {
  /// The name that other programs read, such as `post-test only`.
  package var name: String
  package var estimate: Double?
  package var standardError: Double?
  package var interval: Interval?
  package var p: Double?
  /// Why there is no estimate.
  package var reason: String?

  package init(
    name: String, estimate: Double? = nil, standardError: Double? = nil,
    interval: Interval? = nil, p: Double? = nil, reason: String? = nil
  ) {
    self.name = name
    self.estimate = estimate
    self.standardError = standardError
    self.interval = interval
    self.p = p
    self.reason = reason
  }
}
