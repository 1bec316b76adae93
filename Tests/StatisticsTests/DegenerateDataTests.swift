import Testing

@testable import Statistics

@Suite struct DegenerateDataTests {
  private let arms = [true, true, true, false, false, false]

  @Test func anEmptyArmHasNothingToCompareWith() {
    #expect(throws: EstimationError.noComparison) {
      try ancova(
        after: [1, 2, 3], before: [1, 2, 4], isIntervention: [true, true, true], level: 0.95)
    }
    #expect(throws: EstimationError.noComparison) {
      try standardizedMeanDifference(intervention: [1, 2, 3], comparison: [])
    }
  }

  @Test func marksThatAreAllEqualHaveNoSpread() {
    #expect(throws: EstimationError.noVariation(of: "the after-marks")) {
      try ancova(
        after: [9, 9, 9, 9, 9, 9], before: [1, 2, 3, 4, 5, 7], isIntervention: arms)
    }
    #expect(throws: EstimationError.noVariation(of: "the changes")) {
      try pairedChange(before: [1, 2, 3], after: [4, 5, 6])
    }
  }

  @Test func afterMarksThatRepeatBeforeMarksLeaveNothingToExplain() {
    let before: [Double] = [1, 2, 4, 3, 7, 5]
    #expect(throws: EstimationError.self) {
      try ancova(after: before.map { $0 + 1 }, before: before, isIntervention: arms)
    }
  }

  @Test func anArmThatFollowsTheBeforeMarkCannotBeToldFromIt() {
    #expect(throws: EstimationError.collinear) {
      try ancova(
        after: [5, 7, 6, 3, 2, 4], before: [1, 1, 1, 0, 0, 0], isIntervention: arms)
    }
  }

  @Test func beforeMarksThatAreAllEqualAdjustNothing() throws {
    let after: [Double] = [5, 7, 6, 3, 2, 4]
    let before = [Double](repeating: 3, count: 6)
    let plain = try ancova(after: after, isIntervention: arms)
    let adjusted = try ancova(after: after, before: before, isIntervention: arms)
    #expect(adjusted.slope == nil)
    #expect(adjusted.degreesOfFreedom == 4)
    #expect(agrees(adjusted.g, plain.g, 1e-12))
    #expect(agrees(adjusted.standardError, plain.standardError, 1e-12))
    let sums = try ancova(blocks: [
      BlockSums(
        intervention: MarkSums(before: [3, 3, 3], after: [5, 7, 6]),
        comparison: MarkSums(before: [3, 3, 3], after: [3, 2, 4]))
    ])
    #expect(sums.slope == nil)
    #expect(agrees(sums.g, plain.g, 1e-12))
    #expect(agrees(sums.p, plain.p, 1e-12))
  }

  @Test func oneClassInAGroupSaysSo() {
    #expect(throws: EstimationError.self) {
      try clusteredTrial(
        after: [5, 7, 6, 3, 2, 4], before: [1, 2, 4, 3, 7, 5], isIntervention: arms,
        classes: [1, 1, 1, 2, 2, 2])
    }
  }

  @Test func aStratumThatIsAnArmCannotBeToldFromIt() {
    #expect(throws: EstimationError.collinear) {
      try ancova(
        after: [5, 7, 6, 3, 2, 4], before: [1, 2, 4, 3, 7, 5], isIntervention: arms,
        strata: [1, 1, 1, 2, 2, 2])
    }
  }

  @Test func tooFewPupilsAreSaidToBeTooFew() {
    #expect(throws: EstimationError.tooFewObservations(needed: 4, found: 3)) {
      try ancova(after: [1, 2, 4], before: [1, 3, 2], isIntervention: [true, true, false])
    }
    #expect(throws: EstimationError.tooFewObservations(needed: 2, found: 1)) {
      try pairedChange(before: [1], after: [2])
    }
    #expect(throws: EstimationError.tooFewObservations(needed: 1, found: 0)) {
      try randomEffects(estimates: [], variances: [])
    }
  }

  @Test(arguments: [Double.nan, .infinity, 1e308])
  func numbersThatCannotBeUsedGiveAReason(value: Double) {
    #expect(throws: EstimationError.self) {
      try ancova(
        after: [value, -value, 3, 4, 5, 6], before: [1, 2, 3, 4, 5, 7], isIntervention: arms)
    }
    #expect(throws: EstimationError.self) {
      try randomEffects(estimates: [value, -value, 1], variances: [1, 2, 3])
    }
    #expect(throws: EstimationError.self) {
      try standardizedMeanDifference(intervention: [value, -value], comparison: [1, 2, 3])
    }
  }

  @Test(arguments: [0.0, -1, .nan, .infinity])
  func aVarianceMustBeAboveZero(variance: Double) {
    #expect(throws: EstimationError.invalid("every effect needs a variance above zero")) {
      try randomEffects(estimates: [1, 2], variances: [1, variance])
    }
  }

  @Test(arguments: HeterogeneityEstimator.allCases, SummaryTest.allCases)
  func oneStudyIsItsOwnSummary(estimator: HeterogeneityEstimator, test: SummaryTest) throws {
    let fit = try randomEffects(
      estimates: [0.3], variances: [0.04], estimator: estimator, test: test)
    #expect(fit.estimate == 0.3)
    #expect(agrees(fit.standardError, 0.2, 1e-15))
    #expect(fit.tau2 == 0)
    #expect(fit.predictionInterval == nil)
    #expect(fit.tau2Interval == nil)
    #expect(fit.degreesOfFreedom == nil)
    #expect(agrees(fit.interval.high, 0.3 + 0.2 * 1.959963984540054, 1e-12))
  }

  @Test(arguments: [0.0, 1, -0.5, .nan])
  func theLevelMustBeAShare(level: Double) {
    #expect(throws: EstimationError.self) {
      try randomEffects(estimates: [1, 2], variances: [1, 1], level: level)
    }
  }

  @Test func itemsAgainstEachOtherHaveNoReliabilityOfALongerTest() throws {
    let opposed = try itemAnalysis(marks: [[0, 4], [1, 2], [2, 0], [3, -2]])
    #expect(opposed.splitHalfCorrelation == -1)
    #expect(opposed.spearmanBrown == nil)
    #expect(opposed.standardizedAlpha == nil)
    #expect(opposed.alpha.isFinite)
  }

  @Test func aClassWithoutMarksIsNotFilledInFromAnother() {
    let classes = (0..<24).map { $0 / 6 }
    let after: [Double?] = (0..<24).map { $0 < 6 ? nil : Double(($0 * 5) % 11) }
    let marks = IncompleteMarks(
      after: after, before: (0..<24).map { Double(($0 * 7) % 13) },
      isIntervention: classes.map { $0 % 2 == 0 }, classes: classes)
    #expect(
      throws: EstimationError.invalid(
        "a class or group has none of the marks of a test, so nothing says where they would lie")
    ) {
      try imputedEstimate(marks, seed: 1) { (after, before) throws(EstimationError) in
        try CoefficientEstimate(
          estimate: 1, standardError: 1, degreesOfFreedom: 3, level: 0.95)
      }
    }
  }

  @Test func reasonsAreSentences() {
    let errors: [EstimationError] = [
      .tooFewObservations(needed: 4, found: 1), .noVariation(of: "the marks"), .collinear,
      .noConvergence, .noComparison, .invalid("the numbers are wrong"),
    ]
    for error in errors { #expect(error.reason.split(separator: " ").count > 3) }
    #expect(errors[0].reason == "at least 4 results are needed and there is 1")
  }
}
