import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// Other ways to look at the same pupils, beside the primary estimate.
  ///
  /// In standard deviations of the after-marks with the small-sample correction, but for
  /// Mann–Whitney (the probability that a pupil of the intervention arm is ahead) and the
  /// randomisation test (marks).
  func robustness(
    design: StudyDesign, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    guard design != .single, design != .cluster else { return [] }
    let pupils = complete
    let marks = Marks(
      before: pupils.compactMap(before(of:)), after: pupils.compactMap(after(of:)),
      isIntervention: pupils.map { $0.arm == .intervention }, level: settings.level)
    var lines = marks.regressions + marks.comparisons
    if design == .randomised { lines.append(marks.randomisation(seed: settings.seed)) }
    if design == .partiallyNested { lines += groupCorrelations(settings) }
    return lines
  }

  /// The primary estimate, had pupils of one teaching group been less or more alike.
  private func groupCorrelations(_ settings: AnalysisSettings) -> [RobustnessLine] {
    let correlations: [Double] = [0, 2 * settings.assumedGroupCorrelation]
    return correlations.map { correlation in
      var changed = settings
      changed.assumedGroupCorrelation = correlation
      return RobustnessLine("group correlation \(correlation)") { () throws(EstimationError) in
        let effect = try estimateEffect(
          design: .partiallyNested, settings: changed, months: MonthsTable.all[0])
        return Figures(
          estimate: effect.g, standardError: effect.standardError, interval: effect.interval,
          p: effect.p)
      }
    }
  }
}

/// The marks of the complete pupils, in the order of their codes.
private struct Marks {
  let before: [Double]
  let after: [Double]
  let isIntervention: [Bool]
  let level: Double

  private func after(inIntervention: Bool) -> [Double] {
    zip(after, isIntervention).filter { $0.1 == inIntervention }.map(\.0)
  }

  var regressions: [RobustnessLine] {
    [
      RobustnessLine("gain") { () throws(EstimationError) in
        Figures(
          try gainEstimate(
            after: after, before: before, isIntervention: isIntervention, level: level))
      },
      RobustnessLine("lin") { () throws(EstimationError) in
        Figures(
          try linEstimate(
            after: after, before: before, isIntervention: isIntervention, level: level))
      },
      RobustnessLine("hc2") { () throws(EstimationError) in
        Figures(
          try hc2Estimate(
            after: after, before: before, isIntervention: isIntervention, level: level))
      },
    ]
  }

  var comparisons: [RobustnessLine] {
    let treated = after(inIntervention: true)
    let compared = after(inIntervention: false)
    return [
      RobustnessLine("post-test only") { () throws(EstimationError) in
        let difference = try standardizedMeanDifference(
          intervention: treated, comparison: compared, level: level)
        return Figures(
          estimate: difference.g, standardError: difference.standardError,
          interval: difference.interval,
          p: StudentT.twoSidedP(difference.t, degreesOfFreedom: difference.degreesOfFreedom))
      },
      RobustnessLine("welch") { () throws(EstimationError) in
        Figures(try welchEstimate(after: after, isIntervention: isIntervention, level: level))
      },
      RobustnessLine("glass") { () throws(EstimationError) in
        let delta = try glassDelta(intervention: treated, comparison: compared, level: level)
        return Figures(
          estimate: delta.corrected, standardError: delta.standardError,
          interval: delta.interval, p: delta.p)
      },
      RobustnessLine("mann-whitney") { () throws(EstimationError) in
        let test = try mannWhitney(intervention: treated, comparison: compared, level: level)
        return Figures(
          estimate: test.probabilityOfSuperiority, interval: test.superiorityInterval, p: test.p)
      },
    ]
  }

  /// Replays the allocation: how often chance alone would give a difference this large.
  func randomisation(seed: UInt64) -> RobustnessLine {
    RobustnessLine("randomisation") { () throws(EstimationError) in
      let test = try randomisationTest(
        .adjustedDifference, after: after, before: before, isIntervention: isIntervention,
        scheme: .complete, effort: RandomisationEffort(seed: seed))
      return Figures(estimate: test.observed, p: test.p.twoSided)
    }
  }
}

/// What a line of the table holds, where it could be computed.
private struct Figures {
  var estimate: Double
  var standardError: Double?
  var interval: Interval?
  var p: Double?

  init(
    estimate: Double, standardError: Double? = nil, interval: Interval? = nil, p: Double? = nil
  ) {
    self.estimate = estimate
    self.standardError = standardError
    self.interval = interval
    self.p = p
  }

  init(_ estimate: TwoArmEstimate) {
    self.init(
      estimate: estimate.effect.g, standardError: estimate.effect.standardError,
      interval: estimate.effect.interval, p: estimate.difference.p)
  }
}

extension RobustnessLine {
  /// A line with its figures, or with the reason why there are none.
  fileprivate init(_ name: String, _ figures: () throws(EstimationError) -> Figures) {
    do throws(EstimationError) {
      let figures = try figures()
      self.init(
        name: name, estimate: figures.estimate, standardError: figures.standardError,
        interval: figures.interval, p: figures.p)
    } catch {
      self.init(name: name, reason: error.reason)
    }
  }
}
