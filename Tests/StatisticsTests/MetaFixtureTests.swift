import Testing

@testable import Statistics

/// Ten invented schools, against metafor in `Reference/meta.R`.
@Suite struct MetaFixtureTests {
  private let reference: JSON
  private let estimates: [Double]
  private let variances: [Double]

  init() throws {
    reference = try JSON.fixture("meta.json")
    estimates = reference["yi"].numbers
    variances = reference["vi"].numbers
  }

  @Test(arguments: HeterogeneityEstimator.allCases)
  func everyEstimatorAgrees(estimator: HeterogeneityEstimator) throws {
    let expected = reference["fits"][estimator.rawValue]
    let plain = try randomEffects(
      estimates: estimates, variances: variances, estimator: estimator, test: .z)
    let hartung = try randomEffects(
      estimates: estimates, variances: variances, estimator: estimator, test: .knha)
    var answers = Answers()
    answers.set("tau2", plain.tau2)
    answers.set("seTau2", plain.tau2StandardError)
    answers.set("estimate", plain.estimate)
    answers.set("se", plain.standardError)
    answers.set("low", plain.interval.low)
    answers.set("high", plain.interval.high)
    answers.set("i2", plain.i2)
    answers.set("h2", plain.h2)
    answers.set("knha.se", hartung.standardError)
    answers.set("knha.p", hartung.p)
    answers.set("knha.low", hartung.interval.low)
    answers.set("knha.high", hartung.interval.high)
    answers.set("knha.predictionLow", hartung.predictionInterval?.low)
    answers.set("knha.predictionHigh", hartung.predictionInterval?.high)
    var comparison = Comparison(tolerance: { _ in Tolerance.likelihood })
    comparison.compare(answers, with: expected, named: estimator.rawValue)
    comparison.report("ten schools, \(estimator.rawValue)", gaps: [])
    #expect(comparison.compared >= 11)
  }

  @Test func whatMovesThePooledEffectAgrees() throws {
    var answers = Answers()
    let rows = try influence(estimates: estimates, variances: variances)
    answers.set("influence.rstudent", rows.map(\.studentizedResidual))
    answers.set("influence.dffits", rows.map(\.dffits))
    answers.set("influence.cookD", rows.map(\.cookDistance))
    answers.set("influence.covRatio", rows.map(\.covarianceRatio))
    answers.set("influence.tau2Deleted", rows.map(\.tau2Deleted))
    answers.set("influence.hat", rows.map(\.hat))
    answers.set("influence.dfbetas", rows.map(\.dfbetas))
    answers.flag("influence.flag", rows.map(\.isInfluential))
    let fit = try randomEffects(estimates: estimates, variances: variances)
    let shrunken = bestLinearUnbiasedPredictions(
      estimates: estimates, variances: variances, fit: fit)
    answers.set("blup.estimate", shrunken.map(\.estimate))
    answers.set("blup.se", shrunken.map(\.standardError))
    answers.set("profile.tau2", fit.tau2Interval)
    answers.set(
      "profile.i2", try heterogeneityInterval(estimates: estimates, variances: variances).i2)
    answers.set("q", fit.q)
    answers.set("qP", fit.qP)
    answers.set(
      "leaveOneOut",
      try leaveOneOut(estimates: estimates, variances: variances).map(\.estimate))
    answers.set(
      "cumulative",
      try cumulative(
        estimates: estimates, variances: variances, steps: estimates.indices.map { [$0] }
      ).map(\.estimate))
    try compare(answers, titled: "ten schools, influence", leaving: Self.inputs + Self.other)
  }

  @Test func moderatorsAndSmallStudiesAgree() throws {
    var answers = Answers()
    let regression = try metaRegression(
      estimates: estimates, variances: variances, moderators: [reference["dose"].numbers])
    answers.set("regression.b", regression.coefficients.map(\.estimate))
    answers.set("regression.se", regression.coefficients.map(\.standardError))
    answers.set("regression.p", regression.coefficients.map(\.p))
    answers.set("regression.qm", regression.qm)
    answers.set("regression.qmP", regression.qmP)
    answers.set("regression.qe", regression.qe)
    answers.set("regression.tau2", regression.tau2)
    answers.set("regression.r2", regression.rSquared)
    let rank = try rankTest(estimates: estimates, variances: variances)
    answers.set("rank.tau", rank.tau)
    answers.set("rank.p", rank.p)
    answers.set(
      "egger", try eggerTest(estimates: estimates, variances: variances).slope.statistic)
    let fill = try trimAndFill(estimates: estimates, variances: variances, test: .z)
    answers.set("trim.k0", Double(fill.missing))
    answers.set("trim.estimate", fill.fit.estimate)
    let safe = try failSafeNumbers(estimates: estimates, variances: variances, target: 0.1)
    answers.set("rosenthal", safe.rosenthal)
    answers.set("orwin", safe.orwin)
    try compare(
      answers, titled: "ten schools, moderators",
      leaving: Self.inputs
        + ["influence", "blup", "profile", "leaveOneOut", "cumulative", "q", "qP"])
  }

  @Test func effectsThatShareAComparisonGroupAgree() throws {
    let expected = reference["nested"]
    let pairs = zip(expected["first"].numbers, expected["second"].numbers)
    let covariances = zip(pairs, expected["covariance"].numbers).map { pair, value in
      SamplingCovariance(first: Int(pair.0), second: Int(pair.1), value: value)
    }
    let fit = try threeLevelFit(
      estimates: estimates, variances: variances,
      studies: expected["school"].numbers.map { Int($0) }, covariances: covariances)
    var answers = Answers()
    answers.set("estimate", fit.summary.estimate)
    answers.set("se", fit.summary.standardError)
    answers.set("sigma2", [fit.studyVariance, fit.effectVariance])
    answers.set("logLik", fit.logLikelihood)
    answers.set("q", fit.q)
    for input in ["school", "first", "second", "covariance"] {
      answers.set(input, expected[input].numbers)
    }
    // As far as metafor's optimiser goes.
    var comparison = Comparison(tolerance: { _ in Tolerance.limit })
    comparison.compare(answers, with: expected, named: "nested")
    comparison.report("ten schools, nested", gaps: [])
    #expect(throws: EstimationError.self) {
      try threeLevelFit(
        estimates: estimates, variances: variances,
        studies: expected["school"].numbers.map { Int($0) },
        covariances: [SamplingCovariance(first: 0, second: 9, value: 0.01)])
    }
  }

  @Test func theNextSchoolIsUncertainAboutTheAverage() throws {
    let fit = try randomEffects(estimates: estimates, variances: variances)
    #expect(agrees(try chanceOfEffect(above: fit.estimate, fit: fit), 0.5, 1e-12))
    let interval = try #require(fit.predictionInterval)
    #expect(agrees(try chanceOfEffect(above: interval.low, fit: fit), 0.975, 1e-9))
    #expect(agrees(try chanceOfEffect(above: interval.high, fit: fit), 0.025, 1e-9))
    let now = try expectedPredictionWidth(after: 0, variance: 0.05, fit: fit)
    #expect(agrees(now, interval.width, 1e-12))
    let later = try expectedPredictionWidth(after: 20, variance: 0.05, fit: fit)
    let floor = 2 * 1.96 * fit.tau2.squareRoot()
    #expect(later < now && later > floor)
  }

  private static let inputs = ["yi", "vi", "nt", "nc", "dose", "fits", "nested"]
  private static let other = ["regression", "rank", "egger", "trim", "rosenthal", "orwin"]

  private func compare(_ answers: Answers, titled title: String, leaving: [String]) throws {
    var comparison = Comparison(tolerance: { path in
      path.contains("profile") || path.contains("trim") ? Tolerance.limit : Tolerance.likelihood
    })
    comparison.compare(
      answers, with: .object(reference.object.filter { !leaving.contains($0.key) }),
      named: "ten schools")
    comparison.report(title, gaps: [])
  }
}
