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
  let ordered = inOrder(studies, settings.order)
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
  analysis.moderators = settings.moderators.compactMap { moderator($0, of: ordered, settings) }
  analysis.subgroups = settings.groupings.compactMap { subgroups(by: $0, of: ordered, settings) }
  analysis.multilevel = multilevel(ordered, settings)
  analysis.areas = areas(of: ordered, settings)
  return analysis
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
  var steps: [CumulativeStep] = []
  for (index, study) in studies.enumerated() {
    let isLastOfItsDay =
      index + 1 == studies.count || study.date == nil || settings.order == .asGiven
      || studies[index + 1].date != study.date
    guard isLastOfItsDay else { continue }
    let fit = try pool(Array(studies[...index]), settings)
    var plain = settings
    plain.test = .z
    let unmodified = try pool(Array(studies[...index]), plain)
    steps.append(
      CumulativeStep(
        count: index + 1, id: study.id, date: study.date, estimate: fit.estimate,
        interval: fit.interval,
        anytime: try? anytimeValidInterval(
          estimate: unmodified.estimate, standardError: unmodified.standardError,
          level: settings.level),
        tau2: fit.tau2))
  }
  return steps
}

private func withoutEach(
  of studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> [LeaveOneOutStep] {
  var steps: [LeaveOneOutStep] = []
  for index in studies.indices {
    var rest = studies
    rest.remove(at: index)
    let fit = try pool(rest, settings)
    steps.append(
      LeaveOneOutStep(
        without: studies[index].id, estimate: fit.estimate, interval: fit.interval, tau2: fit.tau2))
  }
  return steps
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
