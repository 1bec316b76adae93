@testable import Statistics

extension Answers {
  mutating func selection(_ estimates: [Double], _ variances: [Double]) {
    let path = "selection_3psm"
    attempt(path) { answers throws(EstimationError) in
      let fit = try selectionModel(estimates: estimates, variances: variances)
      answers.set("\(path).step", 0.025)
      answers.set("\(path).k_sig", Double(fit.significantCount))
      answers.set("\(path).k_nonsig", Double(fit.otherCount))
      answers.set("\(path).mu", fit.summary.estimate)
      answers.set("\(path).se_mu", fit.summary.standardError)
      answers.set("\(path).z", fit.summary.statistic)
      answers.set("\(path).p", fit.summary.p)
      answers.set("\(path).ci_lb", fit.summary.interval.low)
      answers.set("\(path).ci_ub", fit.summary.interval.high)
      answers.set("\(path).tau2", fit.tau2)
      answers.set("\(path).se_tau2", fit.tau2StandardError)
      answers.set("\(path).delta2", fit.relativeWeight)
      answers.set("\(path).se_delta2", fit.relativeWeightStandardError)
      answers.set("\(path).logLik", fit.logLikelihood)
      answers.set("\(path).logLik_ML_no_selection", fit.plainLogLikelihood)
      answers.set("\(path).LRT", fit.ratioTest)
      answers.set("\(path).LRT_p", fit.ratioP)
    }
  }

  mutating func furtherIntervals(_ estimates: [Double], _ variances: [Double]) {
    for estimator in HeterogeneityEstimator.allCases where estimator != .FE {
      for test in SummaryTest.allCases {
        let name = test == .z ? "pi" : "knha"
        let path = "estimators.\(estimator.rawValue).\(name)"
        attempt(path) { answers throws(EstimationError) in
          let fit = try randomEffects(
            estimates: estimates, variances: variances, estimator: estimator, test: test)
          let freedom = Double(estimates.count)
          if test == .z {
            answers.set(
              "\(path).t_km1", try fit.predictionInterval(degreesOfFreedom: freedom - 1))
          }
          answers.set(
            "\(path).\(test == .z ? "riley_t_km2" : "pi_riley_t_km2")",
            try fit.predictionInterval(degreesOfFreedom: freedom - 2))
        }
      }
    }
    for kind in LikelihoodKind.allCases {
      let path = "estimators.\(kind.rawValue).fit"
      attempt(path) { answers throws(EstimationError) in
        let fit = try modelFit(estimates: estimates, variances: variances, kind: kind)
        answers.set("\(path).ll", fit.logLikelihood)
        answers.set("\(path).dev", fit.deviance)
        answers.set("\(path).AIC", fit.aic)
        answers.set("\(path).BIC", fit.bic)
        answers.set("\(path).AICc", fit.aicc)
      }
    }
  }
}
