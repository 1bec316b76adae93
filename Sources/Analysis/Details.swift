import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// Everything that qualifies the result.
  func details(
    of result: EffectResult, robustness: [RobustnessLine], _ plan: AnalysisPlan, data: StudyData,
    _ settings: AnalysisSettings
  ) -> OutcomeDetails {
    var details = OutcomeDetails()
    let pupils = analysed(plan)
    details.strata = strata(of: pupils, plan).map { Set($0).count } ?? 0
    details.isWaitlist = data.isWaitlist
    details.shareAtMinimum = shareAtMinimum
    details.correlation = correlationWithinArms
    if plan.model == .classes { details.classes = classFindings(settings) }
    if plan.model == .teachingGroups { details.teachingGroups = groupCorrelation(settings) }
    details.dose = dose(plan, data: data, settings)
    details.subgroups = subgroups(plan, data: data, settings)
    details.items = items(of: data, level: settings.level)
    guard case .estimated(let effect) = result else {
      details.missing = missing(nil, plan, data: data, settings)
      details.cost = cost(nil, data: data)
      return details
    }
    details.disagreeing = robustness.filter { $0.disagrees(with: effect) }.map(\.name)
    details.missing = missing(effect, plan, data: data, settings)
    details.cost = cost(effect, data: data)
    details.schoolsNeeded = schoolsNeeded(effect, settings)
    return details
  }

  /// Of the second test, or of the first where only that was given item by item.
  private func items(of data: StudyData, level: Double) -> ItemFindings? {
    let fields = [WellKnownField.after(outcome), WellKnownField.before(outcome)]
    return fields.compactMap { data.itemMarks[$0] }.first { !$0.isEmpty }.map {
      ItemFindings(marks: $0, level: level)
    }
  }

  /// The share of after-marks that are the lowest the test can give, 0 to 1.
  private var shareAtMinimum: Double {
    let after = allocated.compactMap(after(of:))
    guard !after.isEmpty else { return 0 }
    return Double(after.count { $0 <= outcome.minimum }) / Double(after.count)
  }

  private var correlationWithinArms: Double? {
    var (before, after) = ([Double](), [Double]())
    for arm in Arm.allCases {
      let own = marks(of: arm)
      before += own.before.map { $0 - mean(own.before) }
      after += own.after.map { $0 - mean(own.after) }
    }
    return try? correlation(before, after)
  }

  private func schoolsNeeded(
    _ effect: EffectEstimate, _ settings: AnalysisSettings
  ) -> SchoolsNeeded? {
    let spread = settings.assumedSpreadOfSchools
    let needed = try? studiesNeeded(
      target: settings.effectToFind, standardError: effect.standardError,
      tau2: spread * spread, level: settings.level)
    return needed.map {
      SchoolsNeeded(effect: settings.effectToFind, spread: spread, schools: $0)
    }
  }
}
