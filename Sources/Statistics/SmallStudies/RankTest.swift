/// Begg and Mazumdar's test: whether effects and variances rise together.
package struct RankCorrelationTest: Sendable, Hashable, Codable {
  /// Kendall's τ (τ-b with ties).
  package let tau: Double
  package let p: Double
  /// Concordant less discordant pairs.
  package let score: Double
  /// By the exact distribution; else by the normal approximation.
  package let isExact: Bool

  /// Every pair is compared: of more studies there are too many.
  package static let mostStudies = 20_000
}

/// Kendall's correlation between standardised effects and their variances.
///
/// Exact without ties, up to 1,500 studies.
/// - Throws: `tooFewObservations` below three studies; `noVariation` when either side is constant;
///   `invalid` above 20,000 studies, where the pairs are too many.
/// - Source: Begg and Mazumdar (1994); metafor's `ranktest`.
package func rankTest(
  estimates: [Double], variances: [Double]
) throws(EstimationError) -> RankCorrelationTest {
  let model = try MetaModel(estimates: estimates, variances: variances)
  guard model.count > 2 else { throw .tooFewObservations(needed: 3, found: model.count) }
  guard model.count <= RankCorrelationTest.mostStudies else {
    throw .invalid("there are too many studies to compare each with each")
  }
  let fit = try model.solution(tau2: 0)
  let pooled = 1 / fit.sumOfWeights
  let standardized = zip(estimates, variances).map {
    ($0 - fit.coefficients[0]) / ($1 - pooled).squareRoot()
  }
  let score = concordance(standardized, variances)
  let n = Double(model.count)
  let pairs = n * (n - 1) / 2
  let (first, second) = (TieCounts(standardized), TieCounts(variances))
  let untied = (pairs - first.pairs) * (pairs - second.pairs)
  guard untied > 0 else { throw .noVariation(of: "the effects or their variances") }
  let isExact = first.pairs == 0 && second.pairs == 0 && model.count <= 1500
  return RankCorrelationTest(
    tau: score / untied.squareRoot(),
    p: isExact
      ? exactKendallP(score: Int(score), count: model.count)
      : approximateKendallP(score: score, n: n, first, second),
    score: score, isExact: isExact)
}

private func concordance(_ x: [Double], _ y: [Double]) -> Double {
  var sum = 0
  for later in x.indices.dropFirst() {
    for earlier in 0..<later {
      sum += sign(x[later] - x[earlier]) * sign(y[later] - y[earlier])
    }
  }
  return Double(sum)
}

private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

/// Sums over groups of t equal values.
private struct TieCounts {
  var pairs = 0.0
  var triples = 0.0
  var weighted = 0.0

  init(_ values: [Double]) {
    var sizes: [Double: Double] = [:]
    for value in values { sizes[value, default: 0] += 1 }
    for t in sizes.values.sorted() where t > 1 {
      pairs += t * (t - 1) / 2
      triples += t * (t - 1) * (t - 2)
      weighted += t * (t - 1) * (2 * t + 5)
    }
  }
}

private func approximateKendallP(
  score: Double, n: Double, _ first: TieCounts, _ second: TieCounts
) -> Double {
  let plain = (n * (n - 1) * (2 * n + 5) - first.weighted - second.weighted) / 18
  let pairs = 2 * first.pairs * 2 * second.pairs / (2 * n * (n - 1))
  let triples = first.triples * second.triples / (9 * n * (n - 1) * (n - 2))
  return Normal.twoSidedP(score / (plain + pairs + triples).squareRoot())
}

/// Twice the smaller tail of the number of concordant pairs, all orders being as likely.
private func exactKendallP(score: Int, count: Int) -> Double {
  let pairs = count * (count - 1) / 2
  let concordant = (score + pairs) / 2
  // The distribution is the same from either end, so only the lower end up to here is needed.
  let limit = min(concordant, pairs - concordant)
  var chances = [1.0]
  for size in stride(from: 2, through: count, by: 1) {
    // The newest study is concordant with 0 to size − 1 of the others, each as likely.
    let length = min(limit + 1, chances.count + size - 1)
    var next = [Double](repeating: 0, count: length)
    var window = 0.0
    for total in next.indices {
      if total < chances.count { window += chances[total] }
      if total >= size { window -= chances[total - size] }
      next[total] = max(0, window) / Double(size)
    }
    chances = next
  }
  return min(1, 2 * chances.prefix(limit + 1).reduce(0, +))
}
