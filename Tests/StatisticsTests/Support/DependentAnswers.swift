@testable import Statistics

/// Effects that share a study.
extension Answers {
  mutating func dependentEffects(_ table: Table) {
    let names = table.text("cluster")
    let rows = names.indices.filter { names[$0] != nil }
    let levels = Set(rows.compactMap { names[$0] }).sorted()
    guard levels.count > 2, levels.count < rows.count else { return }
    let studies = rows.map { row in levels.firstIndex { $0 == names[row] } ?? 0 }
    let estimates = rows.compactMap { table.numbers("yi")[$0] }
    let variances = rows.compactMap { table.numbers("vi")[$0] }
    let moderator = rows.compactMap { table.numbers("mod1")[$0] }
    attempt("robust_REML") { answers throws(EstimationError) in
      let rows = try robustCoefficients(
        estimates: estimates, variances: variances, clusters: studies)
      answers.setRobustRow("robust_REML", rows[0], "[0]")
    }
    attempt("robust_REML_mod1") { answers throws(EstimationError) in
      let rows = try robustCoefficients(
        estimates: estimates, variances: variances, clusters: studies, moderators: [moderator])
      answers.setRobustRow("robust_REML_mod1", rows[1], "")
    }
    for kind in LikelihoodKind.allCases {
      attempt("three_level.\(kind.rawValue)") { answers throws(EstimationError) in
        let fit = try threeLevelFit(
          estimates: estimates, variances: variances, studies: studies, kind: kind)
        answers.setThreeLevel("three_level.\(kind.rawValue)", fit)
        answers.set("three_level.k", Double(fit.effectCount))
        answers.set("three_level.n_clusters", Double(fit.studyCount))
        try answers.ratioTests(
          "three_level.\(kind.rawValue).lrt", fit, estimates, variances, studies, kind)
        guard kind == .REML else { return }
        answers.setRobustRow("three_level.REML_robust", fit.robust[0], "[0]")
        for (name, freedom) in [
          ("residual", Double(fit.effectCount - 1)), ("contain", Double(fit.studyCount - 1)),
        ] {
          answers.setCoefficient(
            "three_level.REML_t_\(name)",
            try CoefficientEstimate(
              estimate: fit.summary.estimate, standardError: fit.summary.standardError,
              degreesOfFreedom: freedom, level: 0.95))
        }
      }
    }
    attempt("three_level.REML_mod1") { answers throws(EstimationError) in
      let fit = try threeLevelFit(
        estimates: estimates, variances: variances, studies: studies, moderators: [moderator])
      answers.setThreeLevelRegression("three_level.REML_mod1", fit)
    }
  }

  private mutating func setRobustRow(_ path: String, _ row: RobustCoefficient, _ place: String) {
    set("\(path).n_clusters", Double(row.clusterCount))
    set("\(path).CR0_se\(place)", row.cr0)
    for (name, test, freedom) in [
      ("CR1", row.cr1, "df"), ("clubSandwich_CR2", row.cr2, "df_satt\(place)"),
    ] {
      guard let test else { continue }
      set("\(path).\(name).b\(place)", test.estimate)
      set("\(path).\(name).se\(place)", test.standardError)
      set("\(path).\(name).t\(place)", test.statistic)
      set("\(path).\(name).\(freedom)", test.degreesOfFreedom)
      set("\(path).\(name).p\(place)", test.p)
      set("\(path).\(name).ci_lb\(place)", test.interval.low)
      set("\(path).\(name).ci_ub\(place)", test.interval.high)
    }
  }

  private mutating func setThreeLevel(_ path: String, _ fit: ThreeLevelFit) {
    set("\(path).sigma2_cluster", fit.studyVariance)
    set("\(path).sigma2_effect", fit.effectVariance)
    set("\(path).mu", fit.summary.estimate)
    setCoefficient(path, fit.summary)
    set("\(path).z", fit.summary.statistic)
    set("\(path).Q", fit.q)
    set("\(path).Q_df", Double(fit.qDegreesOfFreedom))
    set("\(path).Qp", fit.qP)
    set("\(path).logLik", fit.logLikelihood)
    set("\(path).icc_cluster", fit.intraclassCorrelation)
    set("\(path).I2.typical_v", fit.typicalVariance)
    set("\(path).I2.total", fit.i2.total)
    set("\(path).I2.level3_cluster", fit.i2.study)
    set("\(path).I2.level2_effect", fit.i2.effect)
    set("\(path).pi_default_z", fit.predictionInterval)
  }

  private mutating func ratioTests(
    _ path: String, _ fit: ThreeLevelFit, _ estimates: [Double], _ variances: [Double],
    _ studies: [Int], _ kind: LikelihoodKind
  ) throws(EstimationError) {
    let plain = try MetaModel(estimates: estimates, variances: variances)
    let layout = try StudyLayout(of: plain, studies: studies, covariances: [])
    for (name, free) in [("cluster", [false, true]), ("effect", [true, false])] {
      let components = try layout.model.components(kind: kind, free: free)
      let reduced = layout.model.logLikelihood(
        try layout.model.solution(components), kind: kind)
      let ratio = 2 * (fit.logLikelihood - reduced)
      set("\(path).drop_\(name)_lrt", ratio)
      set(
        "\(path).drop_\(name)_p",
        ChiSquared.upperTail(max(0, ratio), degreesOfFreedom: 1))
      if name == "effect" {
        set("\(path).sigma2_cluster_without_effect_level", components.study)
      }
    }
  }

  private mutating func setThreeLevelRegression(_ path: String, _ fit: ThreeLevelFit) {
    set("\(path).sigma2_cluster", fit.studyVariance)
    set("\(path).sigma2_effect", fit.effectVariance)
    set("\(path).b", fit.coefficients.map(\.estimate))
    set("\(path).se", fit.coefficients.map(\.standardError))
    set("\(path).stat", fit.coefficients.map(\.statistic))
    set("\(path).p", fit.coefficients.map(\.p))
    set("\(path).ci_lb", fit.coefficients.map(\.interval.low))
    set("\(path).ci_ub", fit.coefficients.map(\.interval.high))
    set("\(path).QM", fit.qm)
    set("\(path).QM_df[0]", Double(fit.coefficients.count - 1))
    set("\(path).QMp", fit.qmP)
    set("\(path).QE", fit.q)
    set("\(path).QEp", fit.qP)
  }
}
