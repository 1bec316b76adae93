extension MetaModel {
  /// τ² at the highest point of the (restricted) likelihood.
  ///
  /// The likelihood can have two peaks, one of them at 0, so every place where its slope changes
  /// sign on a grid is polished and the highest is kept.
  ///
  /// `hint` is the τ² of nearly the same studies, such as all but one of them.
  func likelihoodEstimate(
    _ estimator: HeterogeneityEstimator, near hint: Double?
  ) throws(EstimationError) -> HeterogeneityEstimate {
    let isRestricted = estimator == .REML
    _ = try solution(tau2: 0)
    let slope: (Double) -> Double = { score(tau2: $0, isRestricted: isRestricted) }
    if let peak = onlyPeak(of: slope, near: hint) {
      return HeterogeneityEstimate(
        tau2: peak, standardError: try informationStandardError(peak, isRestricted: isRestricted))
    }
    let grid = searchGrid
    let slopes = grid.map(slope)
    guard slopes.allSatisfy(\.isFinite) else { throw .noConvergence }
    var peaks = slopes[0] <= 0 ? [0.0] : []
    for index in grid.indices.dropLast() where slopes[index] > 0 && slopes[index + 1] <= 0 {
      if let peak = root(of: slope, between: grid[index], and: grid[index + 1]) {
        peaks.append(peak)
      }
    }
    guard var best = peaks.first else { throw .noConvergence }
    for peak in peaks.dropFirst()
    where try logLikelihood(tau2: peak, isRestricted: isRestricted)
      > logLikelihood(tau2: best, isRestricted: isRestricted)
    {
      best = peak
    }
    return HeterogeneityEstimate(
      tau2: best, standardError: try informationStandardError(best, isRestricted: isRestricted))
  }

  /// The peak within a third of `hint`; nil when it must be searched for.
  ///
  /// Only where there are so many studies that a second peak is out of the question.
  private func onlyPeak(of slope: (Double) -> Double, near hint: Double?) -> Double? {
    guard count > 100, let hint, hint > 0 else { return nil }
    let (low, high) = (hint * 0.75, hint * 1.33)
    guard slope(low) > 0, slope(high) <= 0 else { return nil }
    return root(of: slope, between: low, and: high)
  }

  /// 0, then from far below to far above the order of magnitude of τ².
  ///
  /// Two peaks are a matter of few studies, so many studies are searched on a coarser grid.
  private var searchGrid: [Double] {
    let (first, last, perDecade) = count > 2000 ? (-5.0, 2.0, 3.0) : (-8.0, 4.0, 6.0)
    let steps = Int((last - first) * perDecade)
    let unit = scale
    return [0] + (0...steps).map { unit * raise(10, to: first + Double($0) / perDecade) }
  }

  /// Twice the derivative of the log-likelihood by τ².
  private func score(tau2: Double, isRestricted: Bool) -> Double {
    let weight: (Int) -> Double = { 1 / (variances[$0] + tau2) }
    guard let fit = try? solution(weight) else { return .nan }
    guard isRestricted else { return fit.squaredWeightResidualSum - fit.sumOfWeights }
    let projection = Projection(model: self, weight: weight, inverse: fit.inverse)
    return fit.squaredWeightResidualSum - projection.trace()
  }

  /// The log-likelihood without its constant.
  func logLikelihood(tau2: Double, isRestricted: Bool) throws(EstimationError) -> Double {
    let fit = try solution(tau2: tau2)
    let determinant = variances.reduce(0) { $0 + logarithm($1 + tau2) }
    return -0.5 * (determinant + fit.residualSum + (isRestricted ? fit.logDeterminant : 0))
  }

  /// √(2/tr PP), or √(2/Σw²) for maximum likelihood.
  private func informationStandardError(
    _ tau2: Double, isRestricted: Bool
  ) throws(EstimationError) -> Double {
    let weight: (Int) -> Double = { 1 / (variances[$0] + tau2) }
    let fit = try solution(weight)
    guard isRestricted else { return (2 / fit.sumOfSquaredWeights).squareRoot() }
    let projection = Projection(model: self, weight: weight, inverse: fit.inverse)
    return (2 / projection.traceOfProduct()).squareRoot()
  }
}
