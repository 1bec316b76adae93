@testable import Statistics

extension Answers {
  mutating func metaRegressions(_ table: Table) {
    let estimates = table.numbers("yi")
    let variances = table.numbers("vi")
    for (name, columns) in [
      ("mod1", ["mod1"]), ("mod2", ["mod2"]), ("both", ["mod1", "mod2"]),
    ] {
      let values = columns.map { table.numbers($0) }
      let rows = estimates.indices.filter { row in values.allSatisfy { $0[row] != nil } }
      guard rows.count >= columns.count + 3 else { continue }
      set("meta_regression.\(name).k", Double(rows.count))
      for (estimator, label) in [
        (HeterogeneityEstimator.REML, "REML"), (.DL, "DL"), (.ML, "ML"), (.PM, "PM"), (.FE, "EE"),
      ] {
        for test in SummaryTest.allCases {
          let path = "meta_regression.\(name).\(label)_\(test.rawValue)"
          attempt(path) { answers throws(EstimationError) in
            let fit = try metaRegression(
              estimates: rows.compactMap { estimates[$0] },
              variances: rows.compactMap { variances[$0] },
              moderators: values.map { column in rows.compactMap { column[$0] } },
              estimator: estimator, test: test)
            answers.setRegression(path, fit)
          }
        }
      }
    }
  }

  private mutating func setRegression(_ path: String, _ fit: MetaRegressionFit) {
    set("\(path).b", fit.coefficients.map(\.estimate))
    set("\(path).se", fit.coefficients.map(\.standardError))
    set("\(path).stat", fit.coefficients.map(\.statistic))
    set("\(path).p", fit.coefficients.map(\.p))
    set("\(path).ci_lb", fit.coefficients.map(\.interval.low))
    set("\(path).ci_ub", fit.coefficients.map(\.interval.high))
    set("\(path).df", fit.coefficients[0].degreesOfFreedom)
    set("\(path).QM", fit.qm)
    set("\(path).QM_df[0]", fit.qmDegreesOfFreedom)
    set("\(path).QM_df[1]", fit.qmDenominatorDegreesOfFreedom)
    set("\(path).QMp", fit.qmP)
    set("\(path).QE", fit.qe)
    set("\(path).QE_df", Double(fit.qeDegreesOfFreedom))
    set("\(path).QEp", fit.qeP)
    set("\(path).tau2", fit.tau2)
    set("\(path).se_tau2", fit.tau2StandardError)
    set("\(path).I2", fit.i2)
    set("\(path).H2", fit.h2)
    set("\(path).R2", fit.rSquared)
    set("\(path).tau2_no_mods", fit.tau2WithoutModerators)
    for (row, values) in fit.covariance.enumerated() { set("\(path).vcov[\(row)]", values) }
  }

  mutating func subgroupsOfStudies(_ table: Table) {
    let kinds = table.text("subgroup")
    let rows = kinds.indices.filter { kinds[$0] != nil }
    let names = Set(rows.compactMap { kinds[$0] }).sorted()
    guard names.count > 1 else { return }
    let levels = rows.map { row in names.firstIndex { $0 == kinds[row] } ?? 0 }
    let estimates = rows.compactMap { table.numbers("yi")[$0] }
    let variances = rows.compactMap { table.numbers("vi")[$0] }
    set("subgroups.k", names.indices.map { name in Double(levels.count { $0 == name }) })
    for (estimator, label) in [
      (HeterogeneityEstimator.REML, "REML"), (.DL, "DL"), (.FE, "EE"),
    ] {
      let separate = "subgroups.\(label)_separate_tau2"
      attempt(separate) { answers throws(EstimationError) in
        let comparison = try subgroupComparison(
          estimates: estimates, variances: variances, levels: levels, pooling: .separate,
          estimator: estimator, test: .z)
        answers.setBetween(separate, comparison)
        for (group, name) in zip(comparison.groups, names) {
          let members = levels.indices.filter { levels[$0] == group.level }
          let fit = try randomEffects(
            estimates: members.map { estimates[$0] }, variances: members.map { variances[$0] },
            estimator: estimator, test: .z)
          let path = "\(separate).groups.\(name)"
          answers.setPooled(path, fit)
          answers.set("\(path).tau", group.tau2.squareRoot())
          answers.set("\(path).mu", group.estimate)
          answers.set("\(path).Q", group.q)
          answers.set("\(path).Qp", group.qP)
        }
      }
      let common = "subgroups.\(label)_common_tau2"
      attempt(common) { answers throws(EstimationError) in
        try answers.commonVariance(common, estimates, variances, levels, estimator)
      }
    }
  }

  private mutating func setBetween(_ path: String, _ comparison: SubgroupComparison) {
    set("\(path).Qb", comparison.qBetween)
    set("\(path).df", comparison.degreesOfFreedom)
    set("\(path).p", comparison.p)
  }

  private mutating func commonVariance(
    _ path: String, _ estimates: [Double], _ variances: [Double], _ levels: [Int],
    _ estimator: HeterogeneityEstimator
  ) throws(EstimationError) {
    let plain = try subgroupComparison(
      estimates: estimates, variances: variances, levels: levels, pooling: .common,
      estimator: estimator, test: .z)
    setBetween(path, plain)
    set("\(path).mu", plain.groups.map(\.estimate))
    set("\(path).se", plain.groups.map(\.standardError))
    set("\(path).ci_lb", plain.groups.map(\.interval.low))
    set("\(path).ci_ub", plain.groups.map(\.interval.high))
    let regression = try metaRegression(
      estimates: estimates, variances: variances, moderators: indicatorColumns(levels),
      estimator: estimator, test: .z)
    set("\(path).tau2", regression.tau2)
    set("\(path).QE", regression.qe)
    set("\(path).QEp", regression.qeP)
    set("\(path).I2", regression.i2)
    set("\(path).R2", regression.rSquared)
    let hartung = try subgroupComparison(
      estimates: estimates, variances: variances, levels: levels, pooling: .common,
      estimator: estimator, test: .knha)
    set("\(path).knha_F", hartung.qBetween)
    set("\(path).knha_df[0]", hartung.degreesOfFreedom)
    set("\(path).knha_df[1]", hartung.denominatorDegreesOfFreedom)
    set("\(path).knha_p", hartung.p)
  }
}
