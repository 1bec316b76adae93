import Cells
import Statistics
import StudyModel
package import Validation

/// Analyses one study: every outcome, for every role where there are roles.
///
/// The pupils are counted in the arm to which they were allocated. Data from which nothing can be
/// estimated gives the reason.
package func analyse(
  _ data: StudyData, settings: AnalysisSettings = AnalysisSettings()
) -> StudyAnalysis {
  let plan = AnalysisPlan(of: data)
  let present = Set(data.pupils.compactMap(\.role))
  let roles: [Role?] =
    present.isEmpty ? [nil] : Role.allCases.filter(present.contains).map { $0 }
  let samples = data.programme.outcomes.flatMap { outcome in
    roles.map { OutcomeSample(outcome: outcome, role: $0, data: data) }
  }
  var outcomes = samples.map { analyse($0, of: data, plan, settings) }
  outcomes.addCovariances(
    comparisonPupils: samples.map { sample in
      sample.complete.filter { $0.arm == .comparison }.map(\.code)
    })
  return StudyAnalysis(
    identity: data.identity, programme: data.programme, design: data.design,
    assignment: data.assignment, yearGroup: data.label(of: WellKnownField.yearGroup),
    testName: data.label(of: WellKnownField.testName),
    dateBefore: data.date(of: WellKnownField.dateBefore),
    dateAfter: data.date(of: WellKnownField.dateAfter), outcomes: outcomes)
}

private func analyse(
  _ sample: OutcomeSample, of data: StudyData, _ plan: AnalysisPlan, _ settings: AnalysisSettings
) -> OutcomeAnalysis {
  let flow = sample.flow(reasons: data.programme.missingReasons)
  let result = sample.result(of: data, plan, settings)
  let robustness = sample.robustness(plan, settings).map(sample.sayingWhichMarkIsMissing)
  let baseline = sample.baselineBalance(level: settings.level)
  let attrition = sample.attrition(flow)
  let smallest = Arm.allCases.map { flow.analysed[$0] ?? 0 }.min() ?? 0
  var evidence = CertaintyEvidence(of: sample, data, plan, settings)
  if case .notEstimated = result { evidence.hasEstimate = false }
  var analysis = OutcomeAnalysis(
    outcome: sample.outcome, role: sample.role, flow: flow,
    pupils: sample.complete.compactMap { pupil in
      guard let before = sample.before(of: pupil), let after = sample.after(of: pupil)
      else { return nil }
      return PupilPoint(arm: pupil.arm, before: before, after: after, row: pupil.row)
    },
    descriptives: sample.descriptives, result: result,
    gain: sample.gain(level: settings.level), attrition: attrition, baseline: baseline,
    shareAtMaximum: sample.shareAtMaximum,
    certainty: certainty(from: evidence),
    verdict: verdict(of: result, smallestArm: smallest, settings),
    robustness: robustness, sufficient: sample.sufficientStatistics(plan))
  analysis.details = sample.details(
    of: result, robustness: robustness, plan, data: data, settings)
  analysis.details.withinStrata = sample.productsWithinStrata(plan)
  return analysis
}

private func verdict(
  of result: EffectResult, smallestArm: Int, _ settings: AnalysisSettings
) -> Verdict {
  guard case .estimated(let effect) = result else { return .tooLittleData }
  return verdict(
    estimate: effect.g, interval: effect.interval, band: settings.smallestEffectThatMatters,
    smallestArm: smallestArm)
}

extension OutcomeSample {
  fileprivate func result(
    of data: StudyData, _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> EffectResult {
    do throws(EstimationError) {
      return .estimated(
        try estimateEffect(
          plan, settings, months: MonthsTable.named(data.programme.monthsTable)))
    } catch {
      return .notEstimated(reason: missingMark(behind: error)?.reason ?? error.reason)
    }
  }

  fileprivate var descriptives: [Arm: ArmDescriptives] {
    var all: [Arm: ArmDescriptives] = [:]
    for arm in Arm.allCases {
      let (before, after) = marks(of: arm)
      guard !before.isEmpty else { continue }
      all[arm] = ArmDescriptives(
        before: GroupSummary(before), after: GroupSummary(after),
        gain: GroupSummary(zip(after, before).map(-)))
    }
    return all
  }

  fileprivate func gain(level: Double) -> GainEstimate? {
    let (before, after) = marks(of: .intervention)
    guard !before.isEmpty else { return nil }
    let change = try? pairedChange(before: before, after: after, level: level)
    return GainEstimate(
      count: before.count, mean: GroupSummary(zip(after, before).map(-)).mean,
      interval: change?.change.interval)
  }
}

extension StudyData {
  /// The answer in the words of its list, or as typed.
  fileprivate func label(of field: String) -> String? {
    switch answers[field] {
    case .text(let text): return text
    case .number(let number):
      return Int(exactly: number).map { String($0) } ?? String(number)
    case .date(let date): return date.inWords
    case .choice(let code):
      let questions = programme.schoolQuestions + programme.implementationQuestions
      guard case .choice(let choices)? = questions.first(where: { $0.id == field })?.kind
      else { return code }
      return choices.first { $0.code == code }?.label ?? code
    case nil: return nil
    }
  }

  fileprivate func date(of field: String) -> ExcelDate? {
    if case .date(let date) = answers[field] { return date }
    return nil
  }

  /// What the school planned, or else what the programme plans.
  var sessionsPlanned: Int {
    if case .number(let answer) = answers[WellKnownField.sessionsPlanned],
      let planned = Int(exactly: answer)
    {
      return planned
    }
    return programme.dose.sessionsPlanned
  }
}
