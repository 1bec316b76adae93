import Testing

@testable import Statistics

/// Every estimator on thousands of small awkward data sets: a finite answer or a reason.
@Suite struct FuzzTests {
  private static let values: [Double] = [
    0, 0, 0, 1, 1, 2, 3, 5, 10, 10, 10, -3, 0.1, 0.5, 1e-9, 1e9, 1e200, 1e308, .nan, .infinity,
  ]

  @Test(arguments: 0..<60)
  func oneSchoolIsAnsweredOrRefused(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let count = generator.next(below: 12)
      // Mostly ordinary marks; now and then anything.
      let range = generator.next(below: 4) == 0 ? Self.values.count : 11
      func marks() -> [Double] {
        (0..<count).map { _ in Self.values[generator.next(below: range)] }
      }
      let (after, before) = (marks(), marks())
      let arm = (0..<count).map { _ in generator.next(below: 2) == 0 }
      let groups = (0..<count).map { _ in generator.next(below: 4) }
      check(after, before, arm, groups)
    }
  }

  private func check(_ after: [Double], _ before: [Double], _ arm: [Bool], _ groups: [Int]) {
    let (treated, controls) = (try? split(after, isIntervention: arm)) ?? ([], [])
    finite { try ancova(after: after, before: before, isIntervention: arm) }
    finite { try ancova(after: after, before: before, isIntervention: arm, strata: groups) }
    finite { try ancova(after: after, isIntervention: arm) }
    finite { try standardizedMeanDifference(intervention: treated, comparison: controls) }
    finite { try pairedChange(before: before, after: after) }
    finite { try gainEstimate(after: after, before: before, isIntervention: arm) }
    finite { try linEstimate(after: after, before: before, isIntervention: arm) }
    finite { try hc2Estimate(after: after, before: before, isIntervention: arm) }
    finite { try welchEstimate(after: after, isIntervention: arm) }
    finite { try glassDelta(intervention: treated, comparison: controls) }
    finite { try mannWhitney(intervention: treated, comparison: controls) }
    checkStructure(after, before, arm, groups)
  }

  private func checkStructure(
    _ after: [Double], _ before: [Double], _ arm: [Bool], _ groups: [Int]
  ) {
    let kinds = groups.map { $0 > 1 }
    finite { try DistributionSummary(after) }
    finite { try correlation(before, after) }
    finite { try intraclassCorrelation(values: after, groups: groups) }
    finite {
      try clusteredTrial(
        after: after, before: before, isIntervention: arm, classes: groups)
    }
    finite {
      try clusteredEstimate(
        after: after, before: before, isIntervention: arm, clusters: groups)
    }
    finite {
      try compliersEffect(after: after, before: before, isIntervention: arm, tookPart: kinds)
    }
    finite {
      try subgroupInteraction(
        after: after, before: before, isIntervention: arm, isSecondKind: kinds)
    }
    for scheme in [AllocationScheme.complete, .stratified(groups), .clusters(groups)] {
      for statistic in RandomisationStatistic.allCases {
        finite {
          try randomisationTest(
            statistic, after: after, before: before, isIntervention: arm, scheme: scheme,
            effort: RandomisationEffort(enumerated: 100, draws: 20, seed: 1))
        }
      }
    }
    finite { try interactionTest(after: after, before: before, isIntervention: arm, kinds: groups) }
    finite { try itemAnalysis(marks: zip(after, before).map { [$0, $1, $0] }) }
    finite { try itemAnalysis(marks: zip(after, before).map { [$0, $1] }) }
    finite { try itemAnalysis(marks: zip(after, before).map { [$0, $1] }).spearmanBrown }
    checkImputation(after, before, arm, groups)
    finite {
      try ancova(blocks: [
        BlockSums(
          intervention: MarkSums(before: before, after: after),
          comparison: MarkSums(before: after, after: before))
      ])
    }
  }

  /// Every third mark is missing, the after-marks from the first pupil on.
  private func checkImputation(
    _ after: [Double], _ before: [Double], _ arm: [Bool], _ groups: [Int]
  ) {
    for classes in [nil, groups] {
      let marks = IncompleteMarks(
        after: after.indices.map { $0 % 3 == 0 ? nil : after[$0] },
        before: before.indices.map { $0 % 3 == 1 ? nil : before[$0] }, isIntervention: arm,
        classes: classes)
      finite {
        try imputedEstimate(marks, imputations: 3, seed: 1) {
          (after, before) throws(EstimationError) in
          let fit = try ancova(after: after, before: before, isIntervention: arm)
          return try CoefficientEstimate(
            estimate: fit.difference, standardError: fit.differenceStandardError,
            degreesOfFreedom: fit.degreesOfFreedom, level: 0.95)
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func manyStudiesAreAnsweredOrRefused(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let count = generator.next(below: 8)
      let range = generator.next(below: 4) == 0 ? Self.values.count : 11
      func values() -> [Double] {
        (0..<count).map { _ in Self.values[generator.next(below: range)] }
      }
      let (y, x) = (values(), values())
      let v = values().map { abs($0) + (generator.next(below: 9) == 0 ? 0 : 0.01) }
      let levels = (0..<count).map { _ in generator.next(below: 3) }
      for estimator in HeterogeneityEstimator.allCases {
        finite { try randomEffects(estimates: y, variances: v, estimator: estimator) }
      }
      finite { try influence(estimates: y, variances: v) }
      finite { try leaveOneOut(estimates: y, variances: v) }
      finite { try metaRegression(estimates: y, variances: v, moderators: [x]) }
      for pooling in SubgroupComparison.Pooling.allCases {
        finite {
          try subgroupComparison(estimates: y, variances: v, levels: levels, pooling: pooling)
        }
      }
      finite { try threeLevelFit(estimates: y, variances: v, studies: levels) }
      finite { try robustCoefficients(estimates: y, variances: v, clusters: levels) }
      finite { try precisionEffect(estimates: y, variances: v) }
      finite { try precisionTest(estimates: y, precisions: v) }
      finite { try rankTest(estimates: y, variances: v) }
      finite { try trimAndFill(estimates: y, variances: v) }
      finite { try failSafeNumbers(estimates: y, variances: v) }
      finite { try selectionModel(estimates: y, variances: v) }
    }
  }

  /// Runs `work`; whatever it gives must hold no number that is not finite.
  private func finite<Result>(
    _ work: () throws -> Result, location: SourceLocation = #_sourceLocation
  ) {
    do {
      let result = try work()
      if let path = unusable(in: result, at: "\(Result.self)") {
        Issue.record("\(path) is not a finite number", sourceLocation: location)
      }
    } catch let error as EstimationError {
      #expect(!error.reason.isEmpty, sourceLocation: location)
    } catch {
      Issue.record("\(error) is not an estimation error", sourceLocation: location)
    }
  }

  /// Where in a value there is a number that is not finite.
  private func unusable(in value: Any, at path: String) -> String? {
    if let number = value as? Double { return number.isFinite ? nil : "\(path) = \(number)" }
    for child in Mirror(reflecting: value).children {
      if let found = unusable(in: child.value, at: "\(path).\(child.label ?? "")") { return found }
    }
    return nil
  }
}
