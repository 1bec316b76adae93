/// How many studies without an effect would have to exist to change the answer.
package struct FailSafeNumbers: Sendable, Hashable, Codable {
  /// To make the combined test (Stouffer, one-sided 0.05) no longer significant.
  package let rosenthal: Double
  /// Of that combined test.
  package let rosenthalP: Double
  /// To bring the unweighted mean down to the target; nil for a target of 0.
  package let orwin: Double?
  /// The same for the weighted mean.
  package let weightedOrwin: Double?
  /// To make the weighted mean (two-sided 0.05) no longer significant.
  package let rosenberg: Double
  package let rosenbergP: Double
  package let unweightedMean: Double
}

/// Fail-safe numbers; `target` is for Orwin's, half of the mean when nil.
///
/// - Throws: `tooFewObservations` for no studies; `invalid` for a variance that is not above 0.
/// - Source: Rosenthal (1979), Orwin (1983), Rosenberg (2005); metafor's `fsn`.
package func failSafeNumbers(
  estimates: [Double], variances: [Double], target: Double? = nil
) throws(EstimationError) -> FailSafeNumbers {
  let model = try MetaModel(estimates: estimates, variances: variances)
  let fit = try model.solution(tau2: 0)
  let k = Double(model.count)
  let stouffer =
    abs(zip(estimates, variances).reduce(0) { $0 + $1.0 / $1.1.squareRoot() }) / k.squareRoot()
  let oneSided = Normal.upperQuantile(0.05)
  let twoSided = Normal.upperQuantile(0.025)
  let weighted = fit.coefficients[0] * fit.sumOfWeights
  let ratio = weighted / twoSided
  let z = fit.coefficients[0] * fit.sumOfWeights.squareRoot()
  let plain = mean(estimates)
  func orwin(_ mean: Double) -> Double? {
    let goal = abs(target ?? mean / 2)
    return goal > 0 ? rounded(k * (abs(mean) - goal) / goal) : nil
  }
  return FailSafeNumbers(
    rosenthal: rounded(k * stouffer * stouffer / (oneSided * oneSided) - k),
    rosenthalP: Normal.upperTail(stouffer), orwin: orwin(plain),
    weightedOrwin: orwin(fit.coefficients[0]),
    rosenberg: rounded(k * (ratio * ratio - fit.sumOfWeights) / fit.sumOfWeights),
    rosenbergP: Normal.twoSidedP(z), unweightedMean: plain)
}

/// Up to a whole number, not below 0; a whole number that is off by rounding stays itself.
private func rounded(_ number: Double) -> Double {
  let least = max(0, number)
  let nearest = least.rounded()
  return abs(least - nearest) < 1.5e-8 ? nearest : least.rounded(.up)
}
