/// How the two variances of a model with classes are estimated.
package enum LikelihoodKind: String, Sendable, Codable, CaseIterable {
  case ML
  case REML
}

/// A regression with a random level for each class.
package struct RandomInterceptFit: Sendable, Hashable, Codable {
  package let coefficients: [Double]
  package let standardErrors: [Double]
  /// Between classes.
  package let tau2: Double
  /// Within classes.
  package let sigma2: Double
  /// −2 times the log-likelihood, or the restricted criterion.
  package let deviance: Double
  package let classCount: Int
  /// With Satterthwaite's degrees of freedom, for the last column; nil when τ² is 0.
  package let satterthwaite: CoefficientEstimate?
  /// With Kenward and Roger's standard error and degrees of freedom; nil when τ² is 0.
  package let kenwardRoger: CoefficientEstimate?

  /// The share of the variance that lies between classes.
  package var intraclassCorrelation: Double { tau2 / (tau2 + sigma2) }
  package var totalStandardDeviation: Double { (tau2 + sigma2).squareRoot() }
}

/// Fits a random-intercept model; add a column of ones, and put the arm last.
///
/// - Throws: `tooFewObservations` below two classes or without degrees of freedom; `collinear`;
///   `noVariation` when nothing is left; `noConvergence`.
/// - Source: R's lme4, converged; degrees of freedom as lmerTest and pbkrtest.
package func randomInterceptFit(
  columns: [[Double]], outcome: [Double], classes: [Int], kind: LikelihoodKind = .REML,
  level: Double = 0.95
) throws(EstimationError) -> RandomInterceptFit {
  guard classes.count == outcome.count else { throw .invalid("the columns differ in length") }
  let plain = try leastSquares(columns: columns, outcome: outcome)
  guard plain.isKept.allSatisfy({ $0 }) else { throw .collinear }
  guard plain.residualDegreesOfFreedom > 1 else {
    throw .tooFewObservations(needed: plain.rank + 2, found: plain.count)
  }
  if plain.isExact { throw .noVariation(of: "what is left after the adjustment") }
  // What the fit leaves has the same likelihood, without large numbers to subtract.
  let model = RandomInterceptModel(
    columns: columns, outcome: plain.residuals, classes: classes)
  return try randomInterceptFit(model, from: plain.coefficients, kind: kind, level: level)
}

/// Fits a model whose outcome is what `start`, coefficients found before, leaves.
func randomInterceptFit(
  _ model: RandomInterceptModel, from start: [Double], kind: LikelihoodKind, level: Double
) throws(EstimationError) -> RandomInterceptFit {
  guard model.classes.count > 1 else {
    throw .tooFewObservations(needed: 2, found: model.classes.count)
  }
  let ratio = try bestRatio(of: model, kind: kind)
  let fit = try model.solution(ratio: ratio)
  let sigma2 = fit.residualSum / (model.count - (kind == .REML ? Double(model.width) : 0))
  let coefficients = zip(start, fit.coefficients).map { $0 + $1 }
  let last = coefficients.count - 1
  let small =
    try ratio > 0 && kind == .REML
    ? SmallSampleTests(
      of: model, fit: fit, sigma2: sigma2, tau2: ratio * sigma2, column: last) : nil
  func estimate(_ error: Double?, _ freedom: Double?) -> CoefficientEstimate? {
    guard let error, let freedom else { return nil }
    return try? CoefficientEstimate(
      estimate: coefficients[last], standardError: error, degreesOfFreedom: freedom,
      level: level)
  }
  let errors = (0..<model.width).map { (sigma2 * fit.inverse[$0, $0]).squareRoot() }
  return RandomInterceptFit(
    coefficients: coefficients, standardErrors: errors, tau2: ratio * sigma2, sigma2: sigma2,
    deviance: try model.deviance(ratio: ratio, isRestricted: kind == .REML),
    classCount: model.classes.count,
    satterthwaite: estimate(errors[last], small?.satterthwaite),
    kenwardRoger: estimate(small?.adjustedStandardError, small?.kenwardRoger))
}

/// The λ = τ²/σ² at the highest point of the likelihood, 0 included.
private func bestRatio(
  of model: RandomInterceptModel, kind: LikelihoodKind
) throws(EstimationError) -> Double {
  let isRestricted = kind == .REML
  let slope: (Double) -> Double = { model.score(ratio: $0, isRestricted: isRestricted) }
  let grid = [0] + (0...54).map { raise(10, to: -6 + Double($0) / 6) }
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
  where try model.deviance(ratio: peak, isRestricted: isRestricted)
    < model.deviance(ratio: best, isRestricted: isRestricted)
  {
    best = peak
  }
  return best
}
