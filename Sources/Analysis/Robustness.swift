import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// Other ways to look at the same pupils, beside the primary estimate.
  ///
  /// In standard deviations of the after-marks with the small-sample correction, but for
  /// Mann–Whitney (the probability that a pupil of the intervention arm is ahead) and the
  /// randomisation test (marks).
  func robustness(_ plan: AnalysisPlan, _ settings: AnalysisSettings) -> [RobustnessLine] {
    switch plan.model {
    case .gain: return []
    case .classes: return linesOfClasses(plan, settings)
    case .covariance, .pairs, .teachingGroups:
      let pupils = complete
      let ways = OtherWays(
        marks: columns(of: pupils), strata: plan.model == .pairs ? nil : strata(of: pupils, plan),
        level: settings.level)
      return ways.regressions + ways.comparisons + unpaired(plan, ways)
        + randomisation(plan, settings) + groupCorrelations(plan, settings)
    }
  }

  /// The primary estimate without the pairs, so that pupils who lost their partner count.
  private func unpaired(_ plan: AnalysisPlan, _ ways: OtherWays) -> [RobustnessLine] {
    guard plan.model == .pairs else { return [] }
    return [
      RobustnessLine("unpaired") { () throws(EstimationError) in
        let fit = try ancova(
          after: ways.marks.after, before: ways.marks.before,
          isIntervention: ways.marks.isIntervention, level: ways.level)
        return LineFigures(
          estimate: fit.g, standardError: fit.standardError, interval: fit.interval, p: fit.p)
      }
    ]
  }

  /// Replays the allocation: how often chance alone would give a difference this large.
  private func randomisation(
    _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    let pupils = analysed(plan)
    guard let scheme = scheme(of: pupils, plan) else { return [] }
    let marks = columns(of: pupils)
    return [
      RobustnessLine("randomisation") { () throws(EstimationError) in
        let test = try randomisationTest(
          .adjustedDifference, after: marks.after, before: marks.before,
          isIntervention: marks.isIntervention, scheme: scheme,
          effort: RandomisationEffort(
            enumerated: settings.enumeratedAllocations, draws: settings.drawnAllocations,
            seed: settings.seed))
        return LineFigures(estimate: test.observed, p: test.p.twoSided)
      }
    ]
  }

  /// The primary estimate, had pupils of one teaching group been less or more alike.
  private func groupCorrelations(
    _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    guard plan.model == .teachingGroups else { return [] }
    let findings = groupCorrelation(settings)
    var correlations: [(name: String, value: Double)] = [
      ("group correlation 0", 0), ("group correlation 0.1", 0.1), ("group correlation 0.2", 0.2),
    ]
    correlations.removeAll { $0.value == findings.used }
    if let estimated = findings.estimated, !findings.isEstimated {
      correlations.append(("group correlation of these pupils", estimated))
    }
    return correlations.map { correlation in
      RobustnessLine(correlation.name) { () throws(EstimationError) in
        let pupils = complete
        let marks = columns(of: pupils)
        let fit = try ancova(
          after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
          strata: strata(of: pupils, plan), level: settings.level)
        let nesting = try ClusterCorrection.interventionArm(
          intervention: fit.interventionCount, comparison: fit.comparisonCount,
          size: meanGroupSize, intraclassCorrelation: correlation.value)
        return LineFigures(
          EffectEstimate(of: fit, nesting: nesting, months: MonthsTable.all[0]))
      }
    }
  }

  /// Where whole classes were allocated, pupils by themselves would feign certainty.
  private func linesOfClasses(
    _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    let pupils = complete
    let marks = columns(of: pupils)
    let classes = classes(of: pupils)
    let means = ClassMeans(marks, classes: classes)
    return [
      RobustnessLine("cr2") { () throws(EstimationError) in
        LineFigures(
          try clusteredEstimate(
            after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
            clusters: classes, level: settings.level
          ).estimate)
      },
      RobustnessLine("class means") { () throws(EstimationError) in
        try means.figures(means.after, level: settings.level)
      },
      RobustnessLine("class gains") { () throws(EstimationError) in
        try means.figures(means.gain, level: settings.level)
      },
    ] + randomisation(plan, settings)
  }
}

/// One mean for each class, so that a class counts once.
private struct ClassMeans {
  var after: [Double] = []
  var gain: [Double] = []
  var isIntervention: [Bool] = []
  let spread: Double

  init(_ marks: ColumnsOfMarks, classes: [Int]) {
    for number in Set(classes).sorted() {
      let rows = classes.indices.filter { classes[$0] == number }
      after.append(mean(rows.map { marks.after[$0] }))
      gain.append(mean(rows.map { marks.after[$0] - marks.before[$0] }))
      isIntervention.append(rows.first.map { marks.isIntervention[$0] } ?? false)
    }
    spread =
      (try? pooledStandardDeviation([
        GroupSummary(marks.after(inIntervention: true)),
        GroupSummary(marks.after(inIntervention: false)),
      ])) ?? 0
  }

  /// The t test of class means, in standard deviations of pupils within arms.
  func figures(_ values: [Double], level: Double) throws(EstimationError) -> LineFigures {
    guard spread > 0 else { throw .noVariation(of: "the after-marks") }
    let pairs = zip(values, isIntervention)
    let test = try studentTest(
      intervention: pairs.filter(\.1).map(\.0), comparison: pairs.filter { !$0.1 }.map(\.0),
      level: level)
    return LineFigures(
      estimate: test.estimate / spread, standardError: test.standardError / spread,
      interval: test.interval.scaled(by: 1 / spread), p: test.p)
  }
}
