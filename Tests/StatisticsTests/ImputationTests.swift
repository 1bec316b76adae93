import Testing

@testable import Statistics

@Suite struct ImputationTests {
  /// Two hundred pupils of a large effect, some marks gone where chance had them go.
  private func marks(missing: Bool) -> IncompleteMarks {
    var generator = SeededGenerator(seed: 11)
    var (after, before): ([Double?], [Double?]) = ([], [])
    let arms = (0..<200).map { $0 % 2 == 0 }
    for isIntervention in arms {
      let ability = generator.nextNormal()
      let mark = 20 + 4 * ability + 3 * generator.nextNormal() + (isIntervention ? 3 : 0)
      let first = 18 + 4 * ability + 2 * generator.nextNormal()
      let (losesSecond, losesFirst) = (
        generator.nextUniform() < 0.2, generator.nextUniform() < 0.1
      )
      after.append(missing && losesSecond ? nil : mark)
      before.append(missing && losesFirst ? nil : first)
    }
    return IncompleteMarks(after: after, before: before, isIntervention: arms)
  }

  private func imputed(_ marks: IncompleteMarks, _ seed: UInt64) throws -> ImputedEstimate {
    try imputedEstimate(marks, seed: seed) { (after, before) throws(EstimationError) in
      let fit = try ancova(after: after, before: before, isIntervention: marks.isIntervention)
      return try CoefficientEstimate(
        estimate: fit.difference, standardError: fit.differenceStandardError,
        degreesOfFreedom: fit.degreesOfFreedom, level: 0.95)
    }
  }

  @Test func whatWasLostByChanceIsFoundAgain() throws {
    let complete = marks(missing: false)
    let whole = try ancova(
      after: complete.after.compactMap(\.self), before: complete.before.compactMap(\.self),
      isIntervention: complete.isIntervention)
    let filled = try imputed(marks(missing: true), 5)
    #expect(abs(filled.difference.estimate - whole.difference) < whole.differenceStandardError)
    // What is missing makes less sure, never surer.
    #expect(filled.difference.standardError > whole.differenceStandardError)
    #expect((0..<1).contains(filled.missingInformation))
    #expect((filled.difference.degreesOfFreedom ?? 0) < 197)
  }

  @Test func seedsDecideTheDraws() throws {
    let marks = marks(missing: true)
    #expect(try imputed(marks, 5) == imputed(marks, 5))
    #expect(try imputed(marks, 5).difference != imputed(marks, 6).difference)
  }

  @Test func nothingMissingIsRefused() {
    #expect(throws: EstimationError.self) { try imputed(marks(missing: false), 5) }
  }

  @Test func shiftingTheMissingByTheTippingPointUndoesTheDifference() throws {
    let marks = marks(missing: true)
    let tipping = try #require(try imputed(marks, 5).tippingPoint)
    let undone = try imputedEstimate(marks, seed: 5) { (after, before) throws(EstimationError) in
      let moved = after.indices.map { row in
        let isMoved = marks.after[row] == nil && marks.isIntervention[row]
        return after[row] + (isMoved ? tipping.shift : 0)
      }
      let fit = try ancova(after: moved, before: before, isIntervention: marks.isIntervention)
      return try CoefficientEstimate(
        estimate: fit.difference, standardError: fit.differenceStandardError,
        degreesOfFreedom: fit.degreesOfFreedom, level: 0.95)
    }
    #expect(abs(undone.difference.estimate) < 1e-9)
  }

  @Test func interactionOfTwoKindsIsTheSquareOfT() throws {
    let count = 40
    let before: [Double] = (0..<count).map { Double(($0 * 7) % 23) }
    let noise: [Double] = (0..<count).map { Double(($0 * 5) % 11) }
    let after: [Double] = zip(before, noise).map { $0 * 0.5 + $1 }
    let arm = (0..<count).map { $0 % 2 == 0 }
    let kind = (0..<count).map { $0 % 5 < 2 }
    let single = try subgroupInteraction(
      after: after, before: before, isIntervention: arm, isSecondKind: kind)
    let joint = try interactionTest(
      after: after, before: before, isIntervention: arm, kinds: kind.map { $0 ? 1 : 0 })
    #expect(abs(joint.f - single.interaction.statistic * single.interaction.statistic) < 1e-9)
    #expect(abs(joint.p - single.interaction.p) < 1e-10)
  }

  @Test func effectsAgainstTheSamePupilsShareTheirError() throws {
    let covariance = try sharedComparisonCovariance(
      (0.4, 0.5), (0.2, 0.5), comparison: 20, total: 60)
    #expect(abs(covariance - (0.5 / 20 + 0.4 * 0.2 / 120)) < 1e-15)
    #expect(throws: EstimationError.self) {
      try sharedComparisonCovariance((0.4, 0.5), (0.2, 0.5), comparison: 0, total: 60)
    }
  }
}
