/// How the number of missing studies is estimated.
package enum TrimAndFillEstimator: String, Sendable, Codable, CaseIterable {
  case L0, R0, Q0
}

/// The side of the funnel on which studies seem to be missing.
package enum FunnelSide: String, Sendable, Codable {
  case left, right
}

/// The pooled effect after the studies that seem to be missing are put in.
package struct TrimAndFill: Sendable, Hashable, Codable {
  package let missing: Int
  /// Of the number missing, which is an estimate before it is rounded.
  package let missingStandardError: Double
  package let side: FunnelSide
  /// Of none being missing; R0 only.
  package let p: Double?
  package let filledEstimates: [Double]
  package let filledVariances: [Double]
  package let fit: RandomEffectsFit
}

/// Trims the studies without a mirror image, then fills their mirror images in.
///
/// - Throws: `tooFewObservations` below three studies; `noConvergence` when the number missing does
///   not settle or (Q0) does not exist; otherwise as `randomEffects`.
/// - Source: Duval and Tweedie (2000); metafor's `trimfill`.
package func trimAndFill(
  estimates: [Double], variances: [Double], by kind: TrimAndFillEstimator = .L0,
  estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha, level: Double = 0.95
) throws(EstimationError) -> TrimAndFill {
  guard estimates.count > 2 else {
    throw .tooFewObservations(needed: 3, found: estimates.count)
  }
  let slope = try metaRegression(
    estimates: estimates, variances: variances,
    moderators: [variances.map { $0.squareRoot() }], estimator: estimator, test: .z)
  let side: FunnelSide = slope.coefficients[1].estimate < 0 ? .right : .left
  let direction = side == .right ? -1.0 : 1
  let order = estimates.indices.sorted {
    (direction * estimates[$0], $0) < (direction * estimates[$1], $1)
  }
  let sorted = order.map { direction * estimates[$0] }
  let sortedVariances = order.map { variances[$0] }
  let trim = try trimmed(sorted, sortedVariances, by: kind, estimator: estimator)
  let filled = sorted.suffix(trim.missing).map { direction * (2 * trim.centre - $0) }
  let filledVariances = Array(sortedVariances.suffix(trim.missing))
  return TrimAndFill(
    missing: trim.missing, missingStandardError: trim.error, side: side,
    p: kind == .R0 ? raise(0.5, to: Double(trim.missing + 1)) : nil, filledEstimates: filled,
    filledVariances: filledVariances,
    fit: try randomEffects(
      estimates: estimates + filled, variances: variances + filledVariances,
      estimator: estimator, test: test, level: level))
}

/// Trims rising effects from the right until the number without a mirror image settles.
private func trimmed(
  _ sorted: [Double], _ variances: [Double], by kind: TrimAndFillEstimator,
  estimator: HeterogeneityEstimator
) throws(EstimationError) -> (missing: Int, error: Double, centre: Double) {
  var missing = 0
  var tau2 = 0.0
  for _ in 0..<100 {
    let kept = sorted.count - missing
    let model = try MetaModel(
      estimates: Array(sorted.prefix(kept)), variances: Array(variances.prefix(kept)))
    tau2 = try model.heterogeneity(estimator, near: tau2).tau2
    let centre = try model.solution(tau2: tau2).coefficients[0]
    let found = try MissingStudies(deviations: sorted.map { $0 - centre }, by: kind)
    if found.count == missing { return (missing, found.standardError, centre) }
    missing = min(found.count, sorted.count - 1)
  }
  throw .noConvergence
}

/// The number of studies missing on the left, from the ranks of the deviations.
private struct MissingStudies {
  let count: Int
  let standardError: Double

  init(deviations: [Double], by kind: TrimAndFillEstimator) throws(EstimationError) {
    let k = Double(deviations.count)
    let order = deviations.indices.sorted {
      (abs(deviations[$0]), $0) < (abs(deviations[$1]), $1)
    }
    let magnitude = deviations.reduce(0) { max($0, abs($1)) }
    var sumAbove = 0.0
    var largestBelow = 0.0
    for (place, index) in order.enumerated() {
      let rank = Double(place + 1)
      // A study on the centre but for rounding is on neither side.
      if abs(deviations[index]) < 1e-12 * magnitude { continue }
      if deviations[index] > 0 { sumAbove += rank }
      if deviations[index] < 0 { largestBelow = rank }
    }
    let raw: Double
    switch kind {
    case .R0: raw = k - largestBelow - 1
    case .L0: raw = (4 * sumAbove - k * (k + 1)) / (2 * k - 1)
    case .Q0: raw = k - 0.5 - (2 * k * k - 4 * sumAbove + 0.25).squareRoot()
    }
    guard raw.isFinite else { throw .noConvergence }
    let error = Self.standardError(of: raw, k: k, by: kind)
    standardError = error.isFinite ? max(0, error) : 0
    count = max(0, Int(raw.rounded(.toNearestOrEven)))
  }

  private static func standardError(
    of missing: Double, k: Double, by kind: TrimAndFillEstimator
  ) -> Double {
    if kind == .R0 { return (2 * max(0, missing) + 2).squareRoot() }
    let m = missing
    let variance =
      (k * (k + 1) * (2 * k + 1) + 10 * m * m * m + 27 * m * m + 17 * m - 18 * k * m * m - 18 * k
        * m + 6 * k * k * m) / 24
    if kind == .L0 { return 4 * variance.squareRoot() / (2 * k - 1) }
    let divisor = (k - 0.5) * (k - 0.5) - m * (2 * k - m - 1)
    return 2 * variance.squareRoot() / divisor.squareRoot()
  }
}
