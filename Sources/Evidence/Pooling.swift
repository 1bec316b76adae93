package import Statistics

/// Pools studies, and shows how the average came about, study after study.
///
/// With no study, or one, it says what cannot be said.
///
/// - Throws: Where the estimates cannot be pooled, such as a variance that is not positive.
/// - Reference: `bcg` and the other data sets of the reference numbers, through ``randomEffects``.
package func pool(
  _ studies: [PooledStudy], title: String, programme: String?, flow: SchoolFlow? = nil,
  settings: PoolingSettings = PoolingSettings()
) throws(EstimationError) -> CumulativeAnalysis {
  var ordered = inOrder(studies, settings.order)
  for (index, placement) in placements(of: ordered).enumerated() {
    ordered[index].area = placement.area
    ordered[index].areaRules = placement.rules
  }
  var analysis = CumulativeAnalysis(
    title: title, programme: programme, studies: [],
    model: ModelChoice(
      estimator: settings.estimator.rawValue, test: settings.test.rawValue,
      variance: settings.variance.rawValue, level: settings.level),
    pooled: nil, steps: [], leaveOneOut: [],
    flow: flow
      ?? SchoolFlow(issued: nil, returned: nil, readable: nil, complete: nil, pooled: studies.count),
    cautions: cautions(for: studies.count))
  guard !ordered.isEmpty else { return analysis }
  let fit = try pool(ordered, settings)
  analysis.pooled = PooledEffect(fit)
  analysis.studies = contributions(of: ordered, in: fit, settings)
  analysis.steps = try steps(of: ordered, settings)
  if ordered.count > 2 { analysis.leaveOneOut = try withoutEach(of: ordered, settings) }
  analysis.smallStudies = smallStudyFindings(ordered, settings)
  explain(&analysis, ordered, settings)
  analysis.multilevel = multilevel(ordered, settings)
  analysis.isMultilevelLeftOut =
    !SizeLimit.multilevel.allows(ordered.count) && hasEffectsWithinStudies(ordered)
  analysis.sequential = sequentialView(ordered, fit: fit, settings)
  analysis.next = whereNext(ordered, fit: fit, settings)
  analysis.map = evidenceMap(of: analysis, settings: settings)
  analysis.cautions += cautions(about: analysis)
  return analysis
}

/// Moderators and kinds of studies, as far as they were asked for and the studies tell.
private func explain(
  _ analysis: inout CumulativeAnalysis, _ studies: [PooledStudy], _ settings: PoolingSettings
) {
  for name in settings.moderators {
    do throws(EstimationError) {
      analysis.moderators.append(try moderation(name, of: studies, settings))
    } catch {
      analysis.cautions.append("What \(name) does cannot be told: \(error.reasonAmongStudies).")
    }
  }
  for name in settings.groupings {
    do throws(EstimationError) {
      analysis.subgroups.append(try subgroups(by: name, of: studies, settings))
    } catch {
      analysis.cautions.append(
        "Studies cannot be compared by \(name): \(error.reasonAmongStudies).")
    }
  }
}

private func pool(
  _ studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> RandomEffectsFit {
  try randomEffects(
    estimates: studies.map(\.estimate), variances: studies.map(\.variance),
    estimator: settings.estimator, test: settings.test, level: settings.level)
}

private func inOrder(_ studies: [PooledStudy], _ order: StudyOrder) -> [PooledStudy] {
  guard order == .date else { return studies }
  return studies.enumerated().sorted { one, other in
    let late = "9999-99-99"
    let first = one.element.date ?? late
    let second = other.element.date ?? late
    return first == second ? one.offset < other.offset : first < second
  }.map(\.element)
}

private func contributions(
  of studies: [PooledStudy], in fit: RandomEffectsFit, _ settings: PoolingSettings
) -> [StudyContribution] {
  let reach = Normal.quantile((1 + settings.level) / 2)
  let influences = try? influence(
    estimates: studies.map(\.estimate), variances: studies.map(\.variance),
    estimator: settings.estimator, test: settings.test)
  return studies.indices.map { index in
    let study = studies[index]
    let error = study.variance.squareRoot()
    let own = fit.tau2 / (fit.tau2 + study.variance)
    return StudyContribution(
      study: study,
      interval: Interval(
        low: study.estimate - reach * error, high: study.estimate + reach * error),
      weight: fit.weights[index],
      shrunken: studies.count > 1 ? own * study.estimate + (1 - own) * fit.estimate : nil,
      influence: influences?[index])
  }
}

/// One fit after each day on which studies came; studies of one day come together.
private func steps(
  of studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> [CumulativeStep] {
  var days: [[Int]] = []
  for index in studies.indices {
    let isOfTheDayBefore =
      index > 0 && studies[index].date != nil && settings.order == .date
      && studies[index - 1].date == studies[index].date
    if isOfTheDayBefore { days[days.count - 1].append(index) } else { days.append([index]) }
  }
  func fits(_ test: SummaryTest) throws(EstimationError) -> [RandomEffectsFit] {
    try cumulative(
      estimates: studies.map(\.estimate), variances: studies.map(\.variance), steps: days,
      estimator: settings.estimator, test: test, level: settings.level)
  }
  let plain = try fits(.z)
  let asked = settings.test == .z ? plain : try fits(settings.test)
  return days.indices.map { step in
    let last = studies[days[step].last ?? 0]
    return CumulativeStep(
      count: asked[step].count, id: last.id, date: last.date, estimate: asked[step].estimate,
      interval: asked[step].interval,
      anytime: try? anytimeValidInterval(
        estimate: plain[step].estimate, standardError: plain[step].standardError,
        level: settings.level),
      tau2: asked[step].tau2)
  }
}

private func withoutEach(
  of studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> [LeaveOneOutStep] {
  let fits = try leaveOneOut(
    estimates: studies.map(\.estimate), variances: studies.map(\.variance),
    estimator: settings.estimator, test: settings.test, level: settings.level)
  return zip(studies, fits).map { study, fit in
    LeaveOneOutStep(
      without: study.id, estimate: fit.estimate, interval: fit.interval, tau2: fit.tau2)
  }
}

/// What the numbers themselves give reason to say.
private func cautions(about analysis: CumulativeAnalysis) -> [String] {
  var cautions: [String] = []
  let estimates = analysis.studies.map(\.study.estimate)
  if estimates.count > 1, let first = estimates.first, estimates.allSatisfy({ $0 == first }) {
    cautions.append(
      "All \(estimates.count) studies have the very same effect, which chance hardly ever gives: "
        + "see whether one study was copied. The range of the average has no width because of it, "
        + "and means nothing.")
  }
  let far = analysis.studies.filter { abs($0.influence?.studentizedResidual ?? 0) > 5 }
  if let study = far.first {
    cautions.append(
      far.count == 1
        ? "One study, \(study.study.id), lies far from all others: see whether its marks are right, "
          + "and read the average without it in the table of influence."
        : "\(far.count) studies lie far from all others: see whether their marks are right, and "
          + "read the average without each in the table of influence.")
  }
  return cautions
}

private func cautions(for count: Int) -> [String] {
  switch count {
  case 0: ["No study has an effect that can be pooled yet."]
  case 1: ["With one study there is no average over schools, and no saying how schools differ."]
  case 2:
    [
      "With two studies the range of the average is very wide, and how schools differ cannot "
        + "be told."
    ]
  default: []
  }
}

extension PooledEffect {
  fileprivate init(_ fit: RandomEffectsFit) {
    self.init(
      estimate: fit.estimate, standardError: fit.standardError, statistic: fit.statistic,
      degreesOfFreedom: fit.degreesOfFreedom, p: fit.p, interval: fit.interval,
      predictionInterval: fit.predictionInterval, tau2: fit.tau2,
      tau2StandardError: fit.tau2StandardError, tau2Interval: fit.tau2Interval, i2: fit.i2,
      h2: fit.h2, q: fit.q, qDegreesOfFreedom: Double(fit.qDegreesOfFreedom), qP: fit.qP)
  }
}
