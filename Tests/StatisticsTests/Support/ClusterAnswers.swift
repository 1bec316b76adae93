@testable import Statistics

/// Whole classes: robust errors, class means and the mixed model.
extension Answers {
  mutating func clusters(_ complete: PupilTable, _ classes: [Int]) {
    let (after, before) = (complete.afterMarks, complete.beforeMarks)
    let isIntervention = complete.isIntervention
    attempt("cluster_robust") { answers throws(EstimationError) in
      let (estimate, errors) = try clusteredEstimate(
        after: after, before: before, isIntervention: isIntervention, clusters: classes)
      let path = "cluster_robust"
      answers.set("\(path).n_clusters", Double(errors.clusterCount))
      answers.set("\(path).CR0_se", errors.cr0)
      answers.set("\(path).CR1_se", errors.cr1)
      answers.set("\(path).CR1S_se", errors.cr1s)
      answers.set("\(path).CR2_se", errors.cr2)
      answers.set("\(path).CR3_se", errors.cr3)
      answers.setCoefficient("\(path).CR2_satterthwaite", estimate.difference)
      for (name, error) in [("CR1S", errors.cr1s), ("CR1", errors.cr1)] {
        answers.setCoefficient(
          "\(path).\(name)_t_Gminus1",
          try CoefficientEstimate(
            estimate: estimate.difference.estimate, standardError: error,
            degreesOfFreedom: Double(errors.clusterCount - 1), level: 0.95))
      }
    }
    attempt("cluster_robust_class_fe") { answers throws(EstimationError) in
      let (estimate, _) = try clusteredEstimate(
        after: after, before: before, isIntervention: isIntervention, clusters: classes,
        strata: classes)
      answers.setCoefficient("cluster_robust_class_fe", estimate.difference)
    }
    clusterMeans(complete, classes)
    mixed(complete, classes)
  }

  private mutating func clusterMeans(_ complete: PupilTable, _ classes: [Int]) {
    func means(_ values: [Double], isIntervention: Bool) -> [Double] {
      let rows = classes.indices.filter { complete.isIntervention[$0] == isIntervention }
      return Set(rows.map { classes[$0] }).sorted().map { name in
        mean(rows.filter { classes[$0] == name }.map { values[$0] })
      }
    }
    for (name, values) in [("post_t", complete.afterMarks), ("gain_t", complete.gains)] {
      attempt("cluster_means.\(name)") { answers throws(EstimationError) in
        let treated = means(values, isIntervention: true)
        let controls = means(values, isIntervention: false)
        answers.set("cluster_means.k1", Double(treated.count))
        answers.set("cluster_means.k2", Double(controls.count))
        answers.setCoefficient(
          "cluster_means.\(name)",
          try studentTest(intervention: treated, comparison: controls))
      }
    }
  }

  private mutating func mixed(_ complete: PupilTable, _ classes: [Int]) {
    for kind in LikelihoodKind.allCases {
      attempt("mixed.\(kind.rawValue)") { answers throws(EstimationError) in
        let trial = try clusteredTrial(
          after: complete.afterMarks, before: complete.beforeMarks,
          isIntervention: complete.isIntervention, classes: classes, kind: kind)
        answers.setMixed("mixed.\(kind.rawValue)", trial.fit, names: ["(Intercept)", "pre", "T"])
        let path = "mixed.\(kind.rawValue).T_z"
        answers.setCoefficient(path, trial.difference)
        answers.set("\(path).z", trial.difference.statistic)
        if let test = trial.fit.satterthwaite {
          answers.setCoefficient("mixed.\(kind.rawValue).T_satterthwaite", test)
        }
        if let test = trial.fit.kenwardRoger {
          answers.setCoefficient("mixed.\(kind.rawValue).T_kenward_roger", test)
        }
        guard kind == .REML else { return }
        answers.set("mixed.g_total_var.sd_total", trial.totalStandardDeviation)
        answers.set("mixed.g_total_var.d", trial.d)
        answers.set("mixed.g_total_var.ci_normal", trial.dInterval)
        let spread = try pooledStandardDeviation(
          arms(complete.afterMarks, isIntervention: complete.isIntervention))
        answers.set("mixed.g_pooled_sd.sd_pooled_post", spread)
        answers.set("mixed.g_pooled_sd.d", trial.difference.estimate / spread)
        answers.set(
          "mixed.g_pooled_sd.ci_normal", trial.difference.interval.scaled(by: 1 / spread))
        let empty = try randomInterceptFit(
          columns: [complete.afterMarks.map { _ in 1 }], outcome: complete.afterMarks,
          classes: classes)
        answers.setMixed("mixed.unconditional_REML", empty, names: ["(Intercept)"])
      }
    }
    attempt("mixed.anova_icc") { answers throws(EstimationError) in
      let icc = try intraclassCorrelation(values: complete.afterMarks, groups: classes)
      answers.set("mixed.anova_icc.msb", icc.meanSquareBetween)
      answers.set("mixed.anova_icc.msw", icc.meanSquareWithin)
      answers.set("mixed.anova_icc.n0", icc.typicalSize)
      answers.set("mixed.anova_icc.icc", icc.estimate)
      answers.set("mixed.anova_icc.design_effect", icc.designEffect)
    }
  }

  private mutating func setMixed(_ path: String, _ fit: RandomInterceptFit, names: [String]) {
    for (index, name) in names.enumerated() {
      set("\(path).fixef.\(name)", fit.coefficients[index])
      set("\(path).se.\(name)", fit.standardErrors[index])
    }
    set("\(path).tau2", fit.tau2)
    set("\(path).sigma2", fit.sigma2)
    set("\(path).icc", fit.intraclassCorrelation)
    set("\(path).minus2loglik", fit.deviance)
  }
}
