@testable import Analysis
import Statistics
import StudyModel
import Testing
import Validation

@Suite struct DetailsTests {
  @Test func oneClassInAnArmGivesTheReason() throws {
    let pupils = ExampleStudy.school(design: .cluster).filter {
      $0.className == "C0" || $0.className == "C1"
    }
    let outcome = analyse(ExampleStudy.data(pupils, design: .cluster)).outcomes[0]
    #expect(outcome.effect == nil)
    #expect(outcome.details.classes?.classes == [.intervention: 1, .comparison: 1])
    guard case .notEstimated(let reason) = outcome.result else { return }
    #expect(reason.contains("one class"))
    #expect(outcome.certainty.reasons.contains { $0.lowers && $0.text.contains("one class") })
  }

  @Test func classesAreSurerTogetherThanPupilsFeign() throws {
    let pupils = ExampleStudy.school(design: .cluster)
    let classes = try #require(
      analyse(ExampleStudy.data(pupils, design: .cluster)).outcomes[0].effect)
    let feigned = try #require(analyse(ExampleStudy.data(pupils)).outcomes[0].effect)
    #expect(classes.estimator == "mixed")
    #expect(classes.interval.width > feigned.interval.width)
    #expect(classes.degreesOfFreedom < 10)
  }

  @Test func blocksAndPairsAreAdjustedForAndReplayed() throws {
    for design in [StudyDesign.randomised, .pairs] {
      let outcome = analyse(
        ExampleStudy.data(ExampleStudy.school(design: design), design: design)
      ).outcomes[0]
      #expect(outcome.details.strata == (design == .pairs ? 24 : 3))
      let replayed = try #require(outcome.robustness.first { $0.name == "randomisation" })
      #expect(replayed.estimate.map { abs($0 - (outcome.effect?.difference ?? 0)) < 1e-9 } == true)
    }
  }

  @Test func theLikenessWithinGroupsIsEstimatedFromEightGroupsOn() throws {
    let pupils = ExampleStudy.school(design: .partiallyNested)
    let nine = analyse(ExampleStudy.data(pupils, design: .partiallyNested)).outcomes[0]
    #expect(nine.details.teachingGroups?.groups == 9)
    #expect(nine.details.teachingGroups?.isEstimated == true)
    let few = pupils.map { pupil in
      ExampleStudy.pupil(
        pupil.code, pupil.arm, pupil.scores["reading"]?.before, pupil.scores["reading"]?.after,
        group: pupil.teachingGroup.map { "G\(($0.last?.wholeNumberValue ?? 0) % 4)" })
    }
    let four = analyse(ExampleStudy.data(few, design: .partiallyNested)).outcomes[0]
    #expect(four.details.teachingGroups?.used == 0.1)
    #expect(four.robustness.filter { $0.name.hasPrefix("group correlation") }.count == 3)
  }

  @Test func kindsWithFewPupilsAreNotShown() throws {
    let pupils = ExampleStudy.school(design: .randomised)
    func findings(_ pupils: [Pupil]) throws -> SubgroupFindings {
      let data = ExampleStudy.data(pupils, programme: ExampleStudy.withKinds)
      return try #require(analyse(data).outcomes[0].details.subgroups.first)
    }
    let both = try findings(pupils)
    #expect(both.levels.map(\.code) == ["F", "M"])
    #expect(both.hidden == 0)
    #expect(both.interaction != nil)
    // With one kind hidden the other could be had by subtraction.
    let few = try findings(pupils.filter { $0.traits["sex"] == "F" || $0.code < "P110" })
    #expect(few.levels.isEmpty)
    #expect(few.hidden == 2)
  }

  @Test func doseCountsThoseWhoReachedTheNumberSetBefore() throws {
    let data = ExampleStudy.data(ExampleStudy.school(design: .randomised))
    let dose = try #require(analyse(data).outcomes[0].details.dose)
    #expect(dose.threshold == 16)
    #expect(dose.tookPart[.comparison] == 0)
    #expect(dose.compliance == 0.5)
    guard case .estimated(let compliers) = dose.result else {
      Issue.record("no effect on compliers")
      return
    }
    // Half took part, so their effect is twice that of all.
    #expect(compliers.effect.g > 1.5 * (analyse(data).outcomes[0].effect?.g ?? 0))
  }

  @Test func costIsForEachPupilAndMonthWithBothEnds() throws {
    func cost(_ country: String?) throws -> CostFindings {
      let data = ExampleStudy.data(
        ExampleStudy.school(design: .randomised), answers: ["cost": .number(2_400)],
        country: country)
      return try #require(analyse(data).outcomes[0].details.cost)
    }
    let findings = try cost("GB")
    #expect(findings.perPupil == 100)
    #expect(findings.band == CostBand(name: "low", table: "eef-2026"))
    let month = try #require(findings.perMonth)
    #expect(try #require(findings.perMonthFrom) <= month)
    #expect(try cost("RW").band == nil)
  }

  /// No number of months is known there, so that no sum can be divided by it.
  @Test(arguments: [(7.0, false), (30.0, false), (5.0, true)])
  func pastTheEndOfTheTableNoMonthHasACost(shift: Double, hasCost: Bool) throws {
    let pupils = ExampleStudy.school(design: .randomised).map { pupil in
      ExampleStudy.pupil(
        pupil.code, pupil.arm, pupil.scores["reading"]?.before,
        pupil.scores["reading"]?.after.map { $0 + (pupil.arm == .intervention ? shift - 2.5 : 0) })
    }
    let outcome = analyse(ExampleStudy.data(pupils, answers: ["cost": .number(2_400)])).outcomes[0]
    let cost = try #require(outcome.details.cost)
    let effect = try #require(outcome.effect)
    #expect(MonthsTable.ends(before: effect.g) != hasCost, "\(effect.g)")
    #expect((cost.perMonth != nil) == hasCost)
    #expect(MonthsTable.ends(before: effect.interval.high) && cost.perMonthFrom == nil)
  }

  @Test func rolesWithOneComparisonArmVaryTogether() throws {
    let pupils = ExampleStudy.school(design: .matched).map { pupil in
      ExampleStudy.pupil(
        pupil.code, pupil.arm, pupil.scores["reading"]?.before, pupil.scores["reading"]?.after,
        role: pupil.arm == .comparison ? nil : pupil.traits["sex"] == "F" ? .tutor : .tutee)
    }
    let outcomes = analyse(ExampleStudy.data(pupils)).outcomes
    let covariance = try #require(outcomes[1].details.covarianceWithPrevious)
    let errors = outcomes.compactMap { $0.effect?.standardError }
    #expect(covariance > 0)
    #expect(covariance < errors[0] * errors[1])
    #expect(outcomes[0].details.covarianceWithPrevious == nil)
  }

  @Test func aWaitlistIsSaid() {
    let pupils = ExampleStudy.school(design: .randomised)
    let waiting = analyse(ExampleStudy.data(pupils, isWaitlist: true)).outcomes[0]
    #expect(waiting.details.isWaitlist)
    #expect(waiting.effect == analyse(ExampleStudy.data(pupils)).outcomes[0].effect)
  }

  @Test func itemsThatNobodyCanTellPupilsByAreNamed() throws {
    // Ten pupils, four items: the last is right for all, the first for the better half.
    let marks = (0..<10).map { pupil -> [Double?] in
      [pupil < 5 ? 0 : 1, pupil < 3 ? 0 : 1, pupil < 7 ? 0 : 1, 1]
    }
    let findings = ItemFindings(marks: marks + [[1, nil, 0, 1]])
    #expect(findings.incomplete == 1)
    #expect(findings.itemsToLookAt == [4])
    #expect(try #require(findings.reliability) > 0.5)
    #expect(ItemFindings(marks: [[1, 0]]).reliability == nil)
  }
}

/// Every name that a result carries is explained on the page of methods.
@Suite struct CatalogueTests {
  @Test(arguments: [
    StudyDesign.randomised, .pairs, .matched, .cluster, .partiallyNested,
  ])
  func everyWayIsInTheCatalogue(design: StudyDesign) {
    let outcome = analyse(
      ExampleStudy.data(ExampleStudy.school(design: design), design: design)
    ).outcomes[0]
    let known = Set(CataloguedEstimator.all.flatMap(\.documentNames))
    #expect(known.contains(outcome.effect?.estimator ?? ""))
    for line in outcome.robustness where !line.name.hasPrefix("group correlation") {
      #expect(known.contains(line.name), "\(line.name)")
    }
  }
}
