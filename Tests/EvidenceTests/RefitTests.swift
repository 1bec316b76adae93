import Analysis
import Evidence
import Statistics
import StudyModel
import Testing

@testable import Validation

/// The sums in an entry give the estimate of the school again, for every design.
@Suite struct RefitTests {
  @Test(arguments: [
    StudyDesign.randomised, .pairs, .matched, .cluster, .partiallyNested,
  ])
  func sumsRefitTheEstimate(design: StudyDesign) throws {
    let data = data(design, pupils: 48)
    let effect = try #require(analyse(data).outcomes[0].effect)
    let entry = EvidenceEntry(
      of: analyse(data), data: data, dataHash: "a", toolVersion: "1"
    ).effects[0]
    let again = try entry.refitted(design: design)
    for (one, other) in zip(numbers(effect), numbers(again)) {
      #expect(abs(one - other) <= 1e-10 * max(1, abs(one)), "\(one) is not \(other)")
    }
    // Satterthwaite's degrees of freedom come from differences of sums over classes.
    let tolerance = design == .cluster ? 1e-8 : 1e-10
    #expect(abs(effect.degreesOfFreedom - again.degreesOfFreedom) <= tolerance * 50)
    #expect(abs(effect.interval.low - again.interval.low) <= tolerance)
    #expect(abs(effect.p - again.p) <= tolerance)
  }

  private func numbers(_ effect: EffectEstimate) -> [Double] {
    [
      effect.difference, effect.differenceStandardError, effect.pooledStandardDeviation, effect.g,
      effect.standardError, effect.clusterInflation, effect.clusterDegreesOfFreedom,
    ]
  }

  @Test func fewPupilsLeaveNoSums() throws {
    let few = data(.randomised, pupils: 8)
    let effect = EvidenceEntry(
      of: analyse(few), data: few, dataHash: "a", toolVersion: "1"
    ).effects[0]
    #expect(effect.sufficient.isEmpty)
    #expect(effect.withinStrata == nil)
    #expect(throws: (any Error).self) { try effect.refitted(design: .randomised) }
  }

  @Test func smallClassesLeaveSumsOfArmsOnly() throws {
    let small = data(.cluster, pupils: 32, classSize: 4)
    let effect = EvidenceEntry(
      of: analyse(small), data: small, dataHash: "a", toolVersion: "1"
    ).effects[0]
    #expect(effect.g != nil)
    #expect(effect.sufficient.map(\.block) == ["", ""])
  }

  @Test func namesOfClassesStayInTheSchool() throws {
    let classes = data(.cluster, pupils: 48)
    let entry = EvidenceEntry(of: analyse(classes), data: classes, dataHash: "a", toolVersion: "1")
    let text = try EvidenceFile.text([entry])
    #expect(entry.effects[0].sufficient.count == 8)
    #expect(!text.contains("Class"))
    #expect(try EvidenceFile.entries(in: text) == [entry])
  }

  private func data(_ design: StudyDesign, pupils count: Int, classSize: Int = 6) -> StudyData {
    let pupils = (0..<count).map { index in
      let number = index / classSize
      let isTreated = design == .cluster ? number % 2 == 0 : index % 2 == 0
      let before = Double((index * 7) % 23) + 5
      let after = before * 0.7 + Double((index * 5) % 11) + Double((number * 5) % 7) / 2
      return Pupil(
        code: "P\(100 + index)", arm: isTreated ? .intervention : .comparison,
        className: "Class \(number)",
        teachingGroup: design == .partiallyNested && isTreated ? "G\(index % 18 / 2)" : nil,
        pair: design == .pairs ? "M\(index / 2)" : nil,
        block: design == .randomised ? "B\(index % 6 / 2)" : nil,
        scores: ["reading": Scores(before: before, after: after + (isTreated ? 2.5 : 0))])
    }
    let programme = Programme(
      id: "example", version: "1", title: "Example", strategy: "peer-tutoring", phase: "primary",
      area: .efficacy,
      words: ProgrammeWords(
        intervention: "Tutored", comparison: "Comparison", interventionPupils: "Tutored pupils",
        comparisonPupils: "Comparison pupils", activity: "Tutoring"),
      designs: [.randomised],
      outcomes: [Outcome(id: "reading", label: "reading", test: "Test", maximum: 40)],
      dose: Dose(sessionsPlanned: 20, minutes: 20, weeks: 10, complianceThreshold: 16),
      monthsTable: "eef-2026")
    return StudyData(
      identity: StudyIdentity(
        school: "S-001", programme: "example", wave: "2026-1", workbook: "0000-0000"),
      programme: programme, design: design, assignment: design == .matched ? .matched : .random,
      pupils: pupils, answers: [:])
  }
}
