/// The likelihood of effects that were seen with a weight that depends on their p-value.
///
/// Parameters: the mean μ, τ² and the weight δ of a study that is not significant. With F the
/// chance that a study is significant, its density is divided by F + δ(1 − F).
struct SelectionLikelihood {
  let estimates: [Double]
  let variances: [Double]
  /// The effect at which each study becomes significant.
  private let bounds: [Double]
  let significantCount: Int
  let otherCount: Int

  init(estimates: [Double], variances: [Double], threshold: Double) {
    self.estimates = estimates
    self.variances = variances
    let critical = Normal.upperQuantile(threshold)
    bounds = variances.map { critical * $0.squareRoot() }
    significantCount = zip(estimates, variances)
      .count { Normal.upperTail($0 / $1.squareRoot()) <= threshold }
    otherCount = estimates.count - significantCount
  }

  func height(_ parameters: [Double]) -> Double {
    let (mean, tau2, weight) = (parameters[0], parameters[1], parameters[2])
    var sum = Double(otherCount) * logarithm(weight)
    for study in estimates.indices {
      let variance = variances[study] + tau2
      let spread = variance.squareRoot()
      let residual = estimates[study] - mean
      let seen = Normal.upperTail((bounds[study] - mean) / spread)
      sum -= 0.5 * (logarithm(2 * .pi * variance) + residual * residual / variance)
      sum -= logarithm(seen + weight * (1 - seen))
    }
    return sum
  }

  /// The derivatives by mean, τ² and weight.
  func slope(_ parameters: [Double]) -> [Double] {
    let (mean, tau2, weight) = (parameters[0], parameters[1], parameters[2])
    var slope = [0, 0, Double(otherCount) / weight]
    for study in estimates.indices {
      let variance = variances[study] + tau2
      let spread = variance.squareRoot()
      let residual = estimates[study] - mean
      let z = (bounds[study] - mean) / spread
      let seen = Normal.upperTail(z)
      let divisor = seen + weight * (1 - seen)
      let pull = (1 - weight) * Normal.density(z) / divisor
      slope[0] += residual / variance - pull / spread
      slope[1] +=
        0.5 * (residual * residual / variance - 1) / variance - 0.5 * pull * z / variance
      slope[2] -= (1 - seen) / divisor
    }
    return slope
  }

  /// Less the second derivatives over the `free` parameters, by differences of the slope.
  private func information(at parameters: [Double], free: [Int]) -> SmallMatrix {
    var information = SmallMatrix(size: free.count)
    for (row, index) in free.enumerated() {
      let step = 1e-5 * max(abs(parameters[index]), index == 0 ? 0.1 : 1e-8)
      var (above, below) = (parameters, parameters)
      above[index] += step
      below[index] -= step
      let (upper, lower) = (slope(above), slope(below))
      for (column, other) in free.enumerated() {
        information[row, column] = (lower[other] - upper[other]) / (2 * step)
      }
    }
    for row in free.indices {
      for column in 0..<row {
        let average = 0.5 * (information[row, column] + information[column, row])
        information[row, column] = average
        information[column, row] = average
      }
    }
    return information
  }

  func standardErrors(at parameters: [Double], free: [Int]) -> [Double]? {
    guard let inverse = information(at: parameters, free: free).positiveDefiniteInverse()?.inverse
    else { return nil }
    return free.indices.map { inverse[$0, $0].squareRoot() }
  }

  /// A peak of the likelihood.
  struct Peak {
    let parameters: [Double]
    let height: Double
    let isOnBoundary: Bool
  }

  /// The highest of the peaks that climbing from a grid of starting points finds.
  func highestPeak() -> Peak? {
    let spread = max(variance(estimates), variances.reduce(0, +) / Double(variances.count))
    let centre = mean(estimates)
    let shifts: [Double] = [-1.5, -0.75, 0, 0.5, 1]
    let shares: [Double] = [0.003, 0.1, 0.5, 2]
    let weights: [Double] = [0.05, 0.3, 1, 5]
    var starts: [[Double]] = []
    for shift in shifts {
      for share in shares {
        for weight in weights {
          starts.append([centre + shift * spread.squareRoot(), share * spread, weight])
        }
      }
    }
    // Climbing is costly, so only from the starting points that are highest already.
    let ranked = starts.map { (start: $0, height: height($0)) }.filter(\.height.isFinite)
      .sorted { $0.height > $1.height }
    var best: Peak?
    for (start, _) in ranked.prefix(24) {
      for isOnBoundary in [false, true] {
        guard let peak = climb(from: start, isOnBoundary: isOnBoundary) else { continue }
        // A boundary peak is preferred to an inner one that has run up against it.
        let margin = isOnBoundary ? -1e-7 : 1e-7
        if let best, peak.height <= best.height + margin { continue }
        best = peak
      }
    }
    return best
  }

  /// Newton's method on μ, ln τ² and ln δ, with damping.
  private func climb(from start: [Double], isOnBoundary: Bool) -> Peak? {
    let free = isOnBoundary ? [0, 2] : [0, 1, 2]
    var here = start
    if isOnBoundary { here[1] = 0 }
    var top = height(here)
    var damping = 1e-3
    for _ in 0..<200 {
      let scales = free.map { $0 == 0 ? 1 : here[$0] }
      let gradient = zip(free, scales).map { slope(here)[$0] * $1 }
      var curvature = information(at: here, free: free)
      for row in free.indices {
        for column in free.indices { curvature[row, column] *= scales[row] * scales[column] }
        // The logarithm bends the slope of its own parameter.
        if free[row] != 0 { curvature[row, row] -= gradient[row] }
      }
      guard let step = dampedStep(curvature, gradient, &damping) else { return nil }
      var next = here
      for (place, index) in free.enumerated() {
        next[index] = index == 0 ? here[0] + step[place] : here[index] * exponential(step[place])
      }
      let risen = height(next)
      guard risen.isFinite, risen >= top - 1e-12 else {
        damping = max(damping * 10, 1e-6)
        if damping > 1e12 { break }
        continue
      }
      let isSettled = step.allSatisfy { abs($0) < 1e-11 }
      (here, top) = (next, risen)
      damping = damping < 1e-9 ? 0 : damping / 10
      if isSettled { break }
      // τ² running to 0 is the boundary's business; δ without bound is nobody's.
      if here[2] > 1e8 || (!isOnBoundary && here[1] < 1e-12) { return nil }
    }
    return Peak(parameters: here, height: top, isOnBoundary: isOnBoundary)
  }

  private func dampedStep(
    _ curvature: SmallMatrix, _ gradient: [Double], _ damping: inout Double
  ) -> [Double]? {
    for _ in 0..<30 {
      var damped = curvature
      for index in gradient.indices {
        damped[index, index] += damping * (1 + abs(damped[index, index]))
      }
      if let inverse = damped.positiveDefiniteInverse()?.inverse {
        return (inverse * gradient).map { min(max($0, -3), 3) }
      }
      damping = max(10 * damping, 1e-4)
    }
    return nil
  }
}
