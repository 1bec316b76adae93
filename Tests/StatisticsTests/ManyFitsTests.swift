import Testing

@testable import Statistics

/// Fits from kept sums are those that are fitted anew.
@Suite struct ManyFitsTests {
  /// More studies than are fitted anew each time; the spread of true effects as asked for.
  private static func studies(
    _ count: Int, tau: Double, smallest: Double = 0.03
  ) -> (estimates: [Double], variances: [Double]) {
    var generator = SeededGenerator(seed: 11)
    func number() -> Double { Double(generator.next(below: 1_000_000)) / 1_000_000 }
    let variances = (0..<count).map { _ in smallest + 0.1 * number() }
    let estimates = variances.map { variance in
      let normal = (0..<12).reduce(-6.0) { sum, _ in sum + number() }
      return 0.3 + normal * (variance + tau * tau).squareRoot()
    }
    return (estimates, variances)
  }

  private func expectClose(_ one: RandomEffectsFit, _ other: RandomEffectsFit) {
    for (value, reference) in [
      (one.estimate, other.estimate), (one.standardError, other.standardError),
      (one.tau2, other.tau2), (one.i2, other.i2), (one.q, other.q), (one.p, other.p),
      (one.interval.low, other.interval.low),
    ] {
      #expect(abs(value - reference) <= 1e-10 * max(1, abs(reference)))
    }
  }

  @Test(
    arguments: HeterogeneityEstimator.allCases,
    [(0.0, 0.03), (0.05, 0.03), (0.2, 0.03), (0.6, 0.001)])
  func withoutEachStudy(
    estimator: HeterogeneityEstimator, spread: (tau: Double, smallest: Double)
  ) throws {
    let (estimates, variances) = Self.studies(140, tau: spread.tau, smallest: spread.smallest)
    let fits = try leaveOneOut(
      estimates: estimates, variances: variances, estimator: estimator)
    #expect(fits.count == 140)
    for omitted in stride(from: 0, to: 140, by: 7) {
      var others = (estimates: estimates, variances: variances)
      others.estimates.remove(at: omitted)
      others.variances.remove(at: omitted)
      expectClose(
        fits[omitted],
        try randomEffects(
          estimates: others.estimates, variances: others.variances, estimator: estimator))
    }
  }

  @Test(arguments: HeterogeneityEstimator.allCases, [0.0, 0.15])
  func studyAfterStudy(estimator: HeterogeneityEstimator, tau: Double) throws {
    let (estimates, variances) = Self.studies(240, tau: tau)
    let fits = try cumulative(
      estimates: estimates, variances: variances, steps: estimates.indices.map { [$0] },
      estimator: estimator, test: .z)
    for count in [1, 2, 50, 100, 101, 102, 150, 199, 240] {
      expectClose(
        fits[count - 1],
        try randomEffects(
          estimates: Array(estimates.prefix(count)), variances: Array(variances.prefix(count)),
          estimator: estimator, test: .z))
    }
  }

  /// One study that is far from all others changes τ² beyond the reach of the sums.
  @Test func aHugeOutlierIsFittedAnew() throws {
    var (estimates, variances) = Self.studies(130, tau: 0.1)
    estimates[60] = 40
    variances[60] = 0.0001
    let fits = try leaveOneOut(estimates: estimates, variances: variances)
    estimates.remove(at: 60)
    variances.remove(at: 60)
    expectClose(fits[60], try randomEffects(estimates: estimates, variances: variances))
  }
}
