import Testing

@testable import Statistics

@Suite struct StandardsTests {
  /// Thirty treated in groups of four beside thirty untreated: the handbook formulas by hand.
  @Test func groupsInOneArmCorrectTheEffect() throws {
    let tenth = try ClusterCorrection.interventionArm(
      intervention: 30, comparison: 30, size: 4, intraclassCorrelation: 0.1)
    #expect(agrees(tenth.gamma, 0.9448, 1e-3))
    #expect(agrees(tenth.eta, 1.10, 1e-12))
    #expect(agrees(tenth.degreesOfFreedom, 57, 1e-2))
    let fifth = try ClusterCorrection.interventionArm(
      intervention: 30, comparison: 30, size: 4, intraclassCorrelation: 0.2)
    #expect(agrees(fifth.degreesOfFreedom, 53.7, 1e-2))
  }

  @Test func withoutClusteringNothingChanges() throws {
    for correction in [
      try ClusterCorrection.interventionArm(
        intervention: 20, comparison: 20, size: 4, intraclassCorrelation: 0),
      try ClusterCorrection.bothArms(total: 40, size: 4, intraclassCorrelation: 0),
    ] {
      #expect(correction == ClusterCorrection.none(total: 40))
      let (g, variance) = correction.corrected(g: 0.4, regressionVariance: 0.05)
      #expect(g == 0.4)
      #expect(agrees(variance, 0.05 + 0.16 / (2 * 37), 1e-12))
    }
    #expect(throws: EstimationError.self) {
      try ClusterCorrection.bothArms(total: 10, size: 8, intraclassCorrelation: 1)
    }
  }

  @Test func oneSchoolCanOnlyFindLargeEffects() throws {
    let effect = try minimumDetectableEffect(
      intervention: 14, comparison: 14, rSquared: 0.75 * 0.75, covariates: 1)
    #expect(agrees(effect, 0.73, 1e-2))
    #expect(try studiesNeeded(target: 0.2, standardError: 0.25, tau2: 0) == 13)
  }

  @Test func attritionOnTheBoundaryImpliesTheBiasItStandsFor() throws {
    let rates = try AttritionRates(allocated: (1000, 1000), analysed: (869, 931))
    #expect(agrees(rates.overall, 0.1, 1e-12))
    let bias = try #require(impliedAttritionBias(rates, assumption: .cautious))
    #expect(abs(bias - 0.055) < 0.003)
    #expect(rates.category == .low)
  }

  @Test func balanceHasThreeCategories() {
    #expect(BaselineCategory(approximateG: -0.05) == .satisfied)
    #expect(BaselineCategory(approximateG: 0.2) == .adjust)
    #expect(BaselineCategory(approximateG: -0.26) == .notSatisfied)
  }

  /// Every school's variance has the same ratio, so that it cannot go with the school's own effect.
  @Test func poolingVariancesDependOnSizeAlone() throws {
    let schools = [(14, 14, 0.7, 0.09), (30, 28, -0.3, 0.05), (10, 11, 0.8, 0.2)].map {
      PoolingStudy(
        interventionCount: $0.0, comparisonCount: $0.1, g: $0.2, regressionVariance: $0.3,
        degreesOfFreedom: Double($0.0 + $0.1 - 3))
    }
    let (variances, ratio, effect) = try poolingVariances(schools)
    let inverse = 1.0 / 14 + 1.0 / 14
    #expect(agrees(variances[0], ratio * inverse + effect * effect / (2 * 26), 1e-12))
    let shares = schools.map { $0.regressionVariance / $0.inverseCounts }
    #expect(ratio > (shares.min() ?? 1) && ratio < (shares.max() ?? 0))
  }

  @Test func theAnytimeBandIsWiderAndMatchesItsFormula() throws {
    let band = try anytimeValidInterval(estimate: 0.2, standardError: 0.05)
    let v = 400.0
    let half = ((v + 25) * logarithm((1 + 0.04 * v) / 0.0025)).squareRoot() / v
    #expect(agrees(band.high - 0.2, half, 1e-12))
    #expect(band.width > 2 * 1.96 * 0.05)
    // The band leaves 0 out exactly when the evidence reaches 20.
    let edge = try anytimeValidEvidence(estimate: half, standardError: 0.05)
    #expect(agrees(edge, 20, 1e-9))
  }

  @Test func requiredInformationGrowsWithDiversity() throws {
    let alike = try requiredInformation(target: 0.2, commonVariance: 1, randomVariance: 1)
    #expect(agrees(alike.pupils.rounded(.up), 785, 1e-12))
    let diverse = try requiredInformation(target: 0.2, commonVariance: 1, randomVariance: 2)
    #expect(agrees(diverse.pupils, 2 * alike.pupils, 1e-12))
  }

  @Test func aRatioIsOnlyGivenWhenThereIsSomethingToCompareWith() throws {
    let half = try ratio(of: (0.2, 0.05), to: (0.4, 0.05))
    #expect(agrees(half.estimate, 0.5, 1e-12))
    #expect(half.interval.contains(0.5))
    #expect(half.interval.low > 0.2 && half.interval.high < 0.9)
    // Exact numbers have an exact ratio.
    let exact = try ratio(of: (0.2, 0), to: (0.4, 0))
    #expect(agrees(exact.interval.width, 0, 1e-12))
    #expect(throws: EstimationError.self) { try ratio(of: (0.2, 0.05), to: (0.05, 0.05)) }
    // Few studies say less than their standard errors. By hand with t of 4, 2.7764451:
    // (ab ± √(a²b² − (b² − t²s²)(a² − t²s²)))/(b² − t²s²).
    let few = try ratio(of: (0.2, 0.05), to: (0.4, 0.05), degreesOfFreedom: 4)
    #expect(agrees(few.interval.low, 0.149_107_52, 1e-7))
    #expect(agrees(few.interval.high, 0.987_834_43, 1e-7))
    #expect(throws: EstimationError.self) {
      try ratio(of: (0.2, 0.05), to: (0.4, 0.05), degreesOfFreedom: 1)
    }
  }

  @Test func effectsWithTheSameComparisonGroupGoTogether() throws {
    let covariance = try sharedComparisonCovariance(
      comparisonCount: 20, total: 60, first: 0.3, second: 0.4)
    #expect(agrees(covariance, 0.05 + 0.12 / 120, 1e-12))
  }
}
