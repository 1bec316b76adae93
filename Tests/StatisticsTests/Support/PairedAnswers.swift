@testable import Statistics

/// Before and after, or one and the other of a pair.
extension Answers {
  mutating func paired(_ path: String, _ before: [Double], _ after: [Double]) {
    let freedom = Double(before.count - 1)
    set("\(path).n", Double(before.count))
    let (first, second) = (GroupSummary(before), GroupSummary(after))
    set("\(path).mean_a", first.mean)
    set("\(path).mean_b", second.mean)
    set("\(path).sd_a", first.standardDeviation)
    set("\(path).sd_b", second.standardDeviation)
    set("\(path).mean_diff", second.mean - first.mean)
    set("\(path).r", try? correlation(before, after))
    set("\(path).df", freedom)
    set("\(path).J_exact_df", hedgesCorrection(degreesOfFreedom: freedom))
    set("\(path).J_approx_df", approximateHedgesCorrection(degreesOfFreedom: freedom))
    let change = GroupSummary(zip(after, before).map { $0 - $1 })
    set("\(path).sd_diff", change.standardDeviation)
    attempt(path) { answers throws(EstimationError) in
      let test = try signedRankTest(differences: zip(after, before).map { $0 - $1 })
      answers.set("\(path).wilcoxon_V", test.v)
      answers.set("\(path).wilcoxon_p_normal_cc", test.p)
      answers.setPaired(path, try pairedChange(before: before, after: after))
    }
  }

  private mutating func setPaired(_ path: String, _ pairs: PairedEstimate) {
    setCoefficient(path, pairs.change)
    let freedom = Double(pairs.count - 1)
    let exact = pairs.correction ?? .nan
    let omega = approximateHedgesCorrection(degreesOfFreedom: freedom)
    set("\(path).ci_dz_nct", pairs.dzInterval)
    set("\(path).ci_gz_nct", pairs.dzInterval.scaled(by: exact))
    for (name, d) in [
      ("z", pairs.dz), ("av", pairs.averageD), ("rm", pairs.repeatedMeasuresD),
      ("av_rms", pairs.rootMeanSquareD),
    ] {
      guard let d else { continue }
      set("\(path).d_\(name)", d)
      set("\(path).g_\(name)", exact * d)
      set("\(path).g_\(name)_approx", omega * d)
    }
    set("\(path).d_pre", pairs.beforeD)
    set("\(path).smcr_yi", pairs.rawScoreEffect?.g)
    set("\(path).smcr_vi", pairs.rawScoreEffect?.variance)
    if pairs.correlation != nil, (pairs.before.variance ?? 0) > 0 {
      set("\(path).smcc_yi", pairs.changeScoreEffect?.g)
      set("\(path).smcc_vi", pairs.changeScoreEffect?.variance)
    }
    set("\(path).g_pre_SMCR", pairs.beforeD.map { exact * $0 })
  }
}
