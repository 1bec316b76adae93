import TestSupport

@testable import Statistics

/// The robustness table: other tests and other standard errors.
extension Answers {
  mutating func tests(_ pupils: PupilTable, _ complete: PupilTable) {
    let (first, second) = (complete.arm(true), complete.arm(false))
    for (path, treated, controls) in [
      ("t_tests", first.afterMarks, second.afterMarks), ("gain", first.gains, second.gains),
    ] {
      attempt("\(path).student") { answers throws(EstimationError) in
        answers.setCoefficient(
          "\(path).student", try studentTest(intervention: treated, comparison: controls))
      }
      attempt("\(path).welch") { answers throws(EstimationError) in
        answers.setCoefficient(
          "\(path).welch", try welchTest(intervention: treated, comparison: controls))
      }
    }
    attempt("t_tests.welch_available") { answers throws(EstimationError) in
      answers.setCoefficient(
        "t_tests.welch_available",
        try welchTest(
          intervention: pupils.arm(true).afterMarks, comparison: pupils.arm(false).afterMarks))
    }
    set("gain.diff", numbers["gain.student.b"])
    attempt("gain") { answers throws(EstimationError) in
      let effect = try standardizedMeanDifference(
        intervention: first.gains, comparison: second.gains)
      answers.set("gain.g_gain_sd", effect.g)
    }
    attempt("gain") { answers throws(EstimationError) in
      let gain = try gainEstimate(
        after: complete.afterMarks, before: complete.beforeMarks,
        isIntervention: complete.isIntervention)
      answers.set("gain.g_post_sd", gain.effect.g)
    }
    attempt("gain") { answers throws(EstimationError) in
      let before = try standardizedMeanDifference(
        intervention: first.beforeMarks, comparison: second.beforeMarks)
      let ratio = (answers.numbers["gain.diff"] ?? .nan) / before.pooledStandardDeviation
      answers.set("gain.d_ppc2", before.approximateCorrection * ratio)
      answers.set("gain.d_ppc2_exactJ", before.correction * ratio)
    }
  }

  mutating func regressions(_ complete: PupilTable) {
    let (after, before) = (complete.afterMarks, complete.beforeMarks)
    let isIntervention = complete.isIntervention
    set("adjusted_means.at_pre", mean(before))
    attempt("ancova_slopes") { answers throws(EstimationError) in
      let slope = try slopeDifference(
        after: after, before: before, isIntervention: isIntervention)
      answers.setCoefficient("ancova_slopes", slope)
      answers.set("ancova_slopes.F", slope.statistic * slope.statistic)
    }
    attempt("lin") { answers throws(EstimationError) in
      let lin = try linEstimate(after: after, before: before, isIntervention: isIntervention)
      answers.set("lin.n", Double(after.count))
      answers.setCoefficient("lin", lin.difference)
      let slope = try slopeDifference(
        after: after, before: before, isIntervention: isIntervention)
      answers.set("lin.interaction_b", slope.estimate)
    }
    attempt("robust") { answers throws(EstimationError) in
      try answers.setRobust(complete)
    }
  }

  private mutating func setRobust(_ complete: PupilTable) throws(EstimationError) {
    let model = try TwoArmModel(
      after: complete.afterMarks, before: complete.beforeMarks,
      isIntervention: complete.isIntervention, strata: nil)
    let errors = try HeteroscedasticErrors(of: model.fit, column: model.armColumn)
    set("robust.b", model.fit.coefficients[model.armColumn])
    set("robust.HC0_se", errors.hc0)
    set("robust.HC1_se", errors.hc1)
    set("robust.HC2_se", errors.hc2)
    set("robust.HC3_se", errors.hc3)
    let hc2 = try hc2Estimate(
      after: complete.afterMarks, before: complete.beforeMarks,
      isIntervention: complete.isIntervention)
    setCoefficient("robust.HC2_t_df_resid", hc2.difference)
    setCoefficient(
      "robust.HC2_bell_mccaffrey",
      try CoefficientEstimate(
        estimate: hc2.difference.estimate, standardError: hc2.difference.standardError,
        degreesOfFreedom: errors.degreesOfFreedom, level: 0.95))
  }

  mutating func orderTests(_ complete: PupilTable) {
    let (first, second) = (complete.arm(true).afterMarks, complete.arm(false).afterMarks)
    attempt("glass") { answers throws(EstimationError) in
      answers.set("glass.sd_control", GroupSummary(second).standardDeviation)
      let glass = try glassDelta(intervention: first, comparison: second)
      answers.set("glass.delta", glass.delta)
      answers.set("glass.df", glass.degreesOfFreedom)
      answers.set("glass.J_exact", glass.correction)
      answers.set("glass.delta_corrected", glass.corrected)
      answers.set("glass.var_SMD1", glass.variance)
      answers.set("glass.se_SMD1", glass.standardError)
      answers.set("glass.ci_normal", glass.interval)
    }
    attempt("mann_whitney") { answers throws(EstimationError) in
      let test = try mannWhitney(intervention: first, comparison: second)
      let path = "mann_whitney"
      answers.set("\(path).U", test.u)
      answers.set("\(path).U_other", Double(first.count * second.count) - test.u)
      answers.set("\(path).prob_superiority", test.probabilityOfSuperiority)
      answers.set("\(path).cliffs_delta", test.cliffsDelta)
      answers.set("\(path).var_U", test.variance)
      answers.set("\(path).z_no_cc", test.plain?.z)
      answers.set("\(path).p_no_cc", test.plain?.p)
      answers.set("\(path).z_cc", test.corrected?.z)
      answers.set("\(path).p_cc", test.corrected?.p)
      answers.set("\(path).p_exact_conditional", test.exactP)
      if !test.hasTies { answers.set("\(path).p_exact_no_ties", test.exactP) }
      answers.set("\(path).cliffs_var_unbiased", test.deltaVariance)
      answers.set("\(path).cliffs_ci_cliff1996", test.deltaInterval)
      answers.set("\(path).hodges_lehmann", test.hodgesLehmann)
    }
  }

  mutating func randomisation(_ pupils: PupilTable, scheme: AllocationScheme) {
    set("randomisation.n", Double(pupils.count))
    set("randomisation.n_treated", Double(pupils.isIntervention.count { $0 }))
    for (name, statistic) in [
      ("mean_difference", RandomisationStatistic.meanDifference),
      ("ancova", .adjustedDifference),
    ] {
      let path = "randomisation.\(name)"
      attempt("randomisation") { answers throws(EstimationError) in
        let test = try randomisationTest(
          statistic, after: pupils.afterMarks, before: pupils.beforeMarks,
          isIntervention: pupils.isIntervention, scheme: scheme, effort: .exact(seed: 99))
        answers.set("randomisation.n_assignments", test.allocations)
        answers.set("\(path).observed", test.observed)
        answers.set("\(path).p_two_sided", test.p.twoSided)
        answers.set("\(path).p_greater", test.p.greater)
        answers.set("\(path).p_less", test.p.less)
        answers.set("\(path).n_evaluated", Double(test.evaluated))
        answers.set("\(path).n_undefined", Double(test.undefined))
        answers.set(
          "\(path).count_two_sided", (test.p.twoSided * Double(test.evaluated)).rounded())
      }
    }
  }
}
