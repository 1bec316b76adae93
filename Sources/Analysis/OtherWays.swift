import Statistics

/// The other ways to estimate one difference, for pupils who were allocated one by one.
struct OtherWays {
  let marks: ColumnsOfMarks
  /// Blocks, for the ways that can take account of them.
  let strata: [Int]?
  let level: Double

  var regressions: [RobustnessLine] {
    [
      RobustnessLine("gain") { () throws(EstimationError) in
        LineFigures(
          try gainEstimate(
            after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
            level: level))
      },
      RobustnessLine("lin") { () throws(EstimationError) in
        LineFigures(
          try linEstimate(
            after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
            level: level))
      },
      RobustnessLine("hc2") { () throws(EstimationError) in
        LineFigures(
          try hc2Estimate(
            after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
            strata: strata, level: level))
      },
    ]
  }

  var comparisons: [RobustnessLine] {
    let treated = marks.after(inIntervention: true)
    let compared = marks.after(inIntervention: false)
    return [
      RobustnessLine("post-test only") { () throws(EstimationError) in
        let difference = try standardizedMeanDifference(
          intervention: treated, comparison: compared, level: level)
        return LineFigures(
          estimate: difference.g, standardError: difference.standardError,
          interval: difference.interval,
          p: StudentT.twoSidedP(difference.t, degreesOfFreedom: difference.degreesOfFreedom))
      },
      RobustnessLine("welch") { () throws(EstimationError) in
        LineFigures(
          try welchEstimate(
            after: marks.after, isIntervention: marks.isIntervention, level: level))
      },
      RobustnessLine("glass") { () throws(EstimationError) in
        let delta = try glassDelta(intervention: treated, comparison: compared, level: level)
        return LineFigures(
          estimate: delta.corrected, standardError: delta.standardError,
          interval: delta.interval, p: delta.p)
      },
      RobustnessLine("mann-whitney") { () throws(EstimationError) in
        let test = try mannWhitney(intervention: treated, comparison: compared, level: level)
        return LineFigures(
          estimate: test.probabilityOfSuperiority, interval: test.superiorityInterval, p: test.p)
      },
    ]
  }
}

/// What a line of the table holds, where it could be computed.
struct LineFigures {
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

  init(_ effect: EffectEstimate) {
    self.init(
      estimate: effect.g, standardError: effect.standardError, interval: effect.interval,
      p: effect.p)
  }
}

extension RobustnessLine {
  /// A line with its figures, or with the reason why there are none.
  init(_ name: String, _ figures: () throws(EstimationError) -> LineFigures) {
    do throws(EstimationError) {
      let figures = try figures()
      self.init(
        name: name, estimate: figures.estimate, standardError: figures.standardError,
        interval: figures.interval, p: figures.p)
    } catch {
      self.init(name: name, reason: error.reason)
    }
  }

  /// Whether the estimate is in standard deviations, so that it can be held against the primary.
  private var isEffectSize: Bool { name != "mann-whitney" && name != "randomisation" }

  /// Whether this way gives another sign, or lies more than a standard error away.
  func disagrees(with effect: EffectEstimate) -> Bool {
    guard isEffectSize, let estimate else { return false }
    return estimate * effect.g < 0 || abs(estimate - effect.g) > effect.standardError
  }
}
