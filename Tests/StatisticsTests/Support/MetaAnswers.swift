@testable import Statistics

extension Answers {
  mutating func estimators(_ estimates: [Double], _ variances: [Double]) {
    for estimator in HeterogeneityEstimator.allCases {
      let path = "estimators.\(estimator == .FE ? "EE" : estimator.rawValue)"
      attempt(path) { answers throws(EstimationError) in
        let fit = try randomEffects(
          estimates: estimates, variances: variances, estimator: estimator, test: .z)
        answers.setPooled(path, fit)
        answers.set("\(path).tau", fit.tau2.squareRoot())
        answers.set("\(path).pi.default_z", fit.predictionInterval)
        if estimator == .FE {
          answers.set("heterogeneity.Q", fit.q)
          answers.set("heterogeneity.df", Double(fit.qDegreesOfFreedom))
          answers.set("heterogeneity.p", fit.qP)
          answers.set("heterogeneity.I2_Q", fit.i2)
        }
      }
      attempt(path) { answers throws(EstimationError) in
        let fit = try randomEffects(
          estimates: estimates, variances: variances, estimator: estimator, test: .knha)
        answers.set("\(path).knha.se", fit.standardError)
        answers.set("\(path).knha.t", fit.statistic)
        answers.set("\(path).knha.df", fit.degreesOfFreedom)
        answers.set("\(path).knha.p", fit.p)
        answers.set("\(path).knha.ci_lb", fit.interval.low)
        answers.set("\(path).knha.ci_ub", fit.interval.high)
        answers.set("\(path).knha.pi_default_t_km1", fit.predictionInterval)
      }
    }
    attempt("qprofile_ci") { answers throws(EstimationError) in
      let interval = try heterogeneityInterval(estimates: estimates, variances: variances)
      answers.set("qprofile_ci.tau2", interval.tau2)
      answers.set(
        "qprofile_ci.tau",
        Interval(low: interval.tau2.low.squareRoot(), high: interval.tau2.high.squareRoot()))
      answers.set("qprofile_ci.I2", interval.i2)
      answers.set("qprofile_ci.H2", interval.h2)
      answers.set("qprofile_ci.typical_v", interval.typicalVariance)
    }
  }

  mutating func setPooled(_ path: String, _ fit: RandomEffectsFit) {
    set("\(path).mu", fit.estimate)
    set("\(path).se", fit.standardError)
    set("\(path).z", fit.statistic)
    set("\(path).p", fit.p)
    set("\(path).ci_lb", fit.interval.low)
    set("\(path).ci_ub", fit.interval.high)
    set("\(path).tau2", fit.tau2)
    set("\(path).se_tau2", fit.tau2StandardError)
    set("\(path).I2", fit.i2)
    set("\(path).H2", fit.h2)
  }

  mutating func sequences(_ estimates: [Double], _ variances: [Double], steps: [[Int]]) {
    for (name, estimator, test) in [
      ("REML_z", HeterogeneityEstimator.REML, SummaryTest.z), ("REML_knha", .REML, .knha),
      ("DL_z", .DL, .z), ("EE_z", .FE, .z),
    ] {
      attempt("cumulative") { answers throws(EstimationError) in
        let fits = try cumulative(
          estimates: estimates, variances: variances, steps: steps, estimator: estimator,
          test: test)
        answers.setSequence("cumulative.\(name)", fits)
      }
      attempt("leave1out") { answers throws(EstimationError) in
        let fits = try leaveOneOut(
          estimates: estimates, variances: variances, estimator: estimator, test: test)
        answers.setSequence("leave1out.\(name)", fits)
      }
    }
    set("cumulative.order", steps.flatMap { $0 }.map { Double($0 + 1) })
  }

  private mutating func setSequence(_ path: String, _ fits: [RandomEffectsFit]) {
    set("\(path).mu", fits.map(\.estimate))
    set("\(path).se", fits.map(\.standardError))
    set("\(path).stat", fits.map { $0.statistic ?? .infinity })
    set("\(path).p", fits.map(\.p))
    set("\(path).ci_lb", fits.map(\.interval.low))
    set("\(path).ci_ub", fits.map(\.interval.high))
    set("\(path).tau2", fits.map(\.tau2))
    set("\(path).I2", fits.map(\.i2))
    set("\(path).H2", fits.map(\.h2))
    set("\(path).Q", fits.map(\.q))
    set("\(path).Qp", fits.map(\.qP))
  }
}
