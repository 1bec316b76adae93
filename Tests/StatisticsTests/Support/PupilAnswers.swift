@testable import Statistics

extension Answers {
  mutating func describe(_ path: String, _ values: [Double]) {
    set("\(path).n", Double(values.count))
    attempt(path) { answers throws(EstimationError) in
      let summary = try DistributionSummary(values)
      answers.setDistribution(path, summary)
    }
  }

  mutating func setDistribution(_ path: String, _ summary: DistributionSummary) {
    set("\(path).n", Double(summary.count))
    set("\(path).mean", summary.mean)
    set("\(path).sd", summary.standardDeviation)
    set("\(path).min", summary.minimum)
    set("\(path).q1", summary.lowerQuartile)
    set("\(path).median", summary.median)
    set("\(path).q3", summary.upperQuartile)
    set("\(path).max", summary.maximum)
    set("\(path).se_mean", summary.standardErrorOfMean)
    set("\(path).skewness", summary.skewness)
  }

  mutating func describe(_ path: String, _ pupils: PupilTable) {
    let complete = pupils.complete
    describe("\(path).pre", pupils.beforeMarks)
    describe("\(path).post", pupils.afterMarks)
    describe("\(path).complete_pre", complete.beforeMarks)
    describe("\(path).complete_post", complete.afterMarks)
    describe("\(path).gain", complete.gains)
    attempt("\(path).r_pre_post") { answers throws(EstimationError) in
      answers.set(
        "\(path).r_pre_post", try correlation(complete.beforeMarks, complete.afterMarks))
    }
  }

  mutating func setCoefficient(_ path: String, _ row: CoefficientEstimate) {
    set("\(path).b", row.estimate)
    set("\(path).diff", row.estimate)
    set("\(path).se", row.standardError)
    set("\(path).t", row.statistic)
    set("\(path).df", row.degreesOfFreedom)
    set("\(path).p", row.p)
    set("\(path).ci_lb", row.interval.low)
    set("\(path).ci_ub", row.interval.high)
  }

  mutating func difference(_ path: String, _ first: [Double], _ second: [Double]) {
    summaries(path, GroupSummary(first), GroupSummary(second))
    attempt(path) { answers throws(EstimationError) in
      let effect = try standardizedMeanDifference(intervention: first, comparison: second)
      answers.setDifference(path, effect)
    }
  }

  private mutating func summaries(_ path: String, _ first: GroupSummary, _ second: GroupSummary) {
    set("\(path).n1", Double(first.count))
    set("\(path).n2", Double(second.count))
    set("\(path).mean1", first.mean)
    set("\(path).mean2", second.mean)
    set("\(path).sd1", first.standardDeviation)
    set("\(path).sd2", second.standardDeviation)
    set("\(path).diff", first.mean - second.mean)
    set("\(path).sd_pooled", try? pooledStandardDeviation([first, second]))
    let freedom = Double(first.count + second.count - 2)
    set("\(path).df", freedom)
    set("\(path).J_exact", hedgesCorrection(degreesOfFreedom: freedom))
    set("\(path).J_approx", approximateHedgesCorrection(degreesOfFreedom: freedom))
  }

  private mutating func setDifference(_ path: String, _ effect: StandardizedMeanDifference) {
    let total = Double(effect.count)
    let k = effect.inverseCounts
    let z = Normal.upperQuantile((1 - effect.level) / 2)
    set("\(path).t", effect.t)
    set("\(path).d", effect.d)
    set("\(path).g", effect.g)
    set("\(path).g_approx", effect.approximateG)
    let ordinary = k + effect.d * effect.d / (2 * total)
    set("\(path).var_d_N", ordinary)
    set("\(path).se_d_N", ordinary.squareRoot())
    set(
      "\(path).se_d_df",
      (k + effect.d * effect.d / (2 * effect.degreesOfFreedom)).squareRoot())
    set("\(path).var_g_LS", effect.variance)
    set("\(path).se_g_LS", effect.standardError)
    set("\(path).var_g_UB", effect.unbiasedVariance)
    if effect.unbiasedVariance >= 0 {
      let error = effect.unbiasedVariance.squareRoot()
      set("\(path).se_g_UB", error)
      set("\(path).ci_g_normal_UB", Interval(centre: effect.g, halfWidth: z * error))
    }
    set("\(path).var_g_LS2", effect.correctedVariance)
    set("\(path).se_g_LS2", effect.correctedVariance.squareRoot())
    set("\(path).var_g_exact1981", effect.exactVariance)
    set("\(path).se_wwc", effect.clearinghouseStandardError)
    let approximate = effect.clearinghouseStandardError / effect.approximateCorrection
    set("\(path).se_g_approx_LS", approximate)
    set("\(path).ci_g_normal_LS", effect.interval)
    set(
      "\(path).ci_g_approx_normal_LS",
      Interval(centre: effect.approximateG, halfWidth: z * approximate))
    set("\(path).ci_d_normal", Interval(centre: effect.d, halfWidth: z * ordinary.squareRoot()))
    set("\(path).ci_ncp_t", effect.noncentralityInterval)
    set("\(path).ci_d_nct", effect.dNoncentralInterval)
    set("\(path).ci_g_nct", effect.gNoncentralInterval)
    set("\(path).U3", effect.shareBelowInterventionMean)
    set("\(path).overlap", effect.overlap)
    set("\(path).cles_normal", effect.probabilityOfSuperiority)
  }

  mutating func analysisOfCovariance(
    _ model: String, _ pupils: PupilTable, strata: [Int]? = nil
  ) {
    attempt("ancova.\(model)") { answers throws(EstimationError) in
      let fit = try ancova(
        after: pupils.afterMarks, before: pupils.beforeMarks,
        isIntervention: pupils.isIntervention, strata: strata)
      answers.setModel("ancova.\(model)", fit)
      answers.setEffect("ancova_g.\(model)", fit)
    }
    reasons["ancova_g.\(model)"] = reasons["ancova.\(model)"]
  }

  private mutating func setModel(_ path: String, _ fit: AncovaEstimate) {
    set("\(path).n", Double(fit.count))
    set("\(path).b", fit.difference)
    set("\(path).se", fit.differenceStandardError)
    set("\(path).t", fit.t)
    set("\(path).df", fit.degreesOfFreedom)
    set("\(path).p", fit.p)
    set("\(path).ci_lb", fit.differenceInterval.low)
    set("\(path).ci_ub", fit.differenceInterval.high)
    set("\(path).sigma", fit.residualStandardDeviation)
    set("\(path).rss", fit.residualSumOfSquares)
    set("\(path).r2", fit.rSquared)
    let ratio = Double(fit.count - 1) / fit.degreesOfFreedom
    set("\(path).adj_r2", 1 - (1 - fit.rSquared) * ratio)
    set("\(path).pre_b", fit.slope)
    set("\(path).pre_se", fit.slopeStandardError)
    if !path.hasSuffix("_fe") { set("\(path).intercept", fit.intercept) }
    set("\(path).partial_eta2", fit.partialEtaSquared)
    if path.hasSuffix("simple") {
      set("adjusted_means.intervention", fit.adjustedMeans.intervention)
      set("adjusted_means.control", fit.adjustedMeans.comparison)
    }
  }

  private mutating func setEffect(_ path: String, _ fit: AncovaEstimate) {
    let total = Double(fit.count)
    let omega = approximateHedgesCorrection(degreesOfFreedom: total - 2)
    let scale = fit.pooledStandardDeviation
    let regression = fit.differenceStandardError / scale
    let delta =
      fit.correction
      * (regression * regression + fit.d * fit.d / (2 * (total - 2))).squareRoot()
    set("\(path).sd_pooled_post", scale)
    set("\(path).d_adj", fit.d)
    set("\(path).g", fit.g)
    set("\(path).g_approx", omega * fit.d)
    set("\(path).se_delta_df", delta)
    set("\(path).se_wwc_reg", fit.standardError)
    if let r = fit.withinArmCorrelation {
      let left =
        (1 / Double(fit.interventionCount) + 1 / Double(fit.comparisonCount)) * (1 - r * r)
      set("\(path).r2_cov_within", r * r)
      set(
        "\(path).se_wwc_r2",
        omega * (left + omega * omega * fit.d * fit.d / (2 * total)).squareRoot())
    }
    set("\(path).se_reg_only", fit.correction * regression)
    set("\(path).ci_transformed", fit.interval)
    set("\(path).ci_transformed_d", fit.differenceInterval.scaled(by: 1 / scale))
    set("\(path).ci_transformed_approx", fit.differenceInterval.scaled(by: omega / scale))
    let z = Normal.quantile(0.975)
    set("\(path).ci_delta_normal", Interval(centre: fit.g, halfWidth: z * delta))
  }
}
