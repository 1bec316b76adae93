@testable import Statistics

extension Answers {
  mutating func influences(_ estimates: [Double], _ variances: [Double]) {
    for (path, estimator) in [
      ("influence", HeterogeneityEstimator.REML), ("influence_DL", .DL),
    ] {
      attempt(path) { answers throws(EstimationError) in
        let rows = try influence(
          estimates: estimates, variances: variances, estimator: estimator, test: .z)
        answers.set("\(path).rstudent", rows.map(\.studentizedResidual))
        answers.set("\(path).dffits", rows.map(\.dffits))
        answers.set("\(path).cook_d", rows.map(\.cookDistance))
        answers.set("\(path).cov_r", rows.map(\.covarianceRatio))
        answers.set("\(path).tau2_del", rows.map(\.tau2Deleted))
        answers.set("\(path).QE_del", rows.map(\.qDeleted))
        answers.set("\(path).hat", rows.map(\.hat))
        answers.set("\(path).weight", rows.map(\.weight))
        answers.set("\(path).dfbs", rows.map(\.dfbetas))
        answers.flag("\(path).is_influential", rows.map(\.isInfluential))
      }
    }
  }

  mutating func smallStudies(_ estimates: [Double], _ variances: [Double]) {
    attempt("bias.egger_lm") { answers throws(EstimationError) in
      let test = try eggerTest(estimates: estimates, variances: variances)
      answers.set("bias.egger_lm.slope", test.slope.estimate)
      answers.setRow("bias.egger_lm", test.slope)
      answers.set("bias.egger_lm.limit_est", test.limit.estimate)
      answers.set("bias.egger_lm.limit_ci", test.limit.interval)
      let effect = try precisionEffect(estimates: estimates, variances: variances)
      answers.setLine("bias.pet", effect.pet)
      answers.setLine("bias.peese", effect.peese)
      answers.name("bias.pet_peese_choice.use", effect.choice.rawValue)
    }
    for (estimator, name) in [
      (HeterogeneityEstimator.REML, "REML"), (.DL, "DL"), (.FE, "EE"),
    ] {
      for test in SummaryTest.allCases {
        let path = "bias.egger_rma_\(name)_\(test.rawValue)"
        attempt(path) { answers throws(EstimationError) in
          let fit = try metaRegression(
            estimates: estimates, variances: variances,
            moderators: [variances.map { $0.squareRoot() }], estimator: estimator, test: test)
          answers.set("\(path).slope", fit.coefficients[1].estimate)
          answers.setRow(path, fit.coefficients[1])
          answers.set("\(path).stat", fit.coefficients[1].statistic)
          answers.set("\(path).limit_est", fit.coefficients[0].estimate)
          answers.set("\(path).limit_se", fit.coefficients[0].standardError)
          answers.set("\(path).limit_ci", fit.coefficients[0].interval)
          answers.set("\(path).tau2", fit.tau2)
        }
      }
    }
    attempt("bias.ranktest") { answers throws(EstimationError) in
      let test = try rankTest(estimates: estimates, variances: variances)
      answers.set("bias.ranktest.tau", test.tau)
      answers.set("bias.ranktest.p", test.p)
      answers.set("bias.ranktest.S", test.score)
    }
    attempt("bias.fsn") { answers throws(EstimationError) in
      let numbers = try failSafeNumbers(estimates: estimates, variances: variances)
      answers.set("bias.fsn.rosenthal", numbers.rosenthal)
      answers.set("bias.fsn.rosenthal_p_one_tailed", numbers.rosenthalP)
      answers.set("bias.fsn.orwin_half", numbers.orwin)
      answers.set("bias.fsn.orwin_mean", numbers.unweightedMean)
      answers.set("bias.fsn.orwin_weighted_half", numbers.weightedOrwin)
      answers.set("bias.fsn.rosenberg", numbers.rosenberg)
      answers.set("bias.fsn.rosenberg_p", numbers.rosenbergP)
      let tenth = try failSafeNumbers(estimates: estimates, variances: variances, target: 0.1)
      answers.set("bias.fsn.orwin_target_0.1", tenth.orwin)
    }
    fills(estimates, variances)
  }

  private mutating func fills(_ estimates: [Double], _ variances: [Double]) {
    for (estimator, name) in [(HeterogeneityEstimator.FE, "EE"), (.REML, "REML")] {
      for kind in TrimAndFillEstimator.allCases {
        let path = "bias.trimfill_\(name)_\(kind.rawValue)"
        attempt(path) { answers throws(EstimationError) in
          let fill = try trimAndFill(
            estimates: estimates, variances: variances, by: kind, estimator: estimator, test: .z)
          answers.set("\(path).k0", Double(fill.missing))
          answers.set("\(path).se_k0", fill.missingStandardError)
          answers.set("\(path).p_k0", fill.p)
          answers.name("\(path).side", fill.side.rawValue)
          answers.setPooled(path, fill.fit)
          answers.set("\(path).Q", fill.fit.q)
          answers.set("\(path).filled_yi", fill.filledEstimates)
          answers.set("\(path).filled_vi", fill.filledVariances)
        }
      }
    }
  }

  mutating func setRow(_ path: String, _ row: CoefficientEstimate) {
    set("\(path).se", row.standardError)
    set("\(path).t", row.statistic)
    set("\(path).df", row.degreesOfFreedom)
    set("\(path).p", row.p)
  }

  private mutating func setLine(_ path: String, _ line: SmallStudyRegression) {
    for (number, row) in [line.limit, line.slope].enumerated() {
      set("\(path).b\(number)", row.estimate)
      set("\(path).se\(number)", row.standardError)
      set("\(path).t\(number)", row.statistic)
      set("\(path).p\(number)", row.p)
      set("\(path).ci\(number)", row.interval)
    }
    set("\(path).df", line.slope.degreesOfFreedom)
  }
}
