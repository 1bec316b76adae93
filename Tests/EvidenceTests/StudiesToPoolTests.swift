import Evidence
import StudyModel
import Testing

@Test func studiesWithoutAnEffectAreLeftOut() {
  let entries = [
    ExampleEntry.entry("S-001", [ExampleEntry.effect(0.2)]),
    ExampleEntry.entry("S-002", [ExampleEntry.effect(nil)]),
  ]
  let studies = studiesToPool(from: entries, outcome: "reading", variance: .pooled)
  #expect(studies.map(\.id) == ["S-001/example/2026-1"])
  #expect(studiesToPool(from: entries, outcome: "number", variance: .pooled).isEmpty)
}

@Test func studiesOfVeryFewPupilsAreLeftOut() {
  let entries = (1...3).map { number in
    var effect = ExampleEntry.effect(8)
    effect.intervention = 3 + number
    effect.comparison = 5
    return ExampleEntry.entry("S-00\(number)", [effect])
  }
  let studies = studiesToPool(from: entries, outcome: "reading", variance: .pooled)
  #expect(studies.map(\.pupils) == [10, 11])
  #expect(entries.map(\.isTooSmallToPool) == [true, false, false])
  #expect(!ExampleEntry.entry("S-004", [ExampleEntry.effect(nil)]).isTooSmallToPool)
}

/// φ̄ = 0.5 and ḡ = (0.2·10 + 0.4·10)/20 = 0.3 by hand, so v = 0.5/10 + 0.09/76.
@Test func thePooledVarianceIsTheSameForSchoolsOfOneSize() throws {
  let entries = [
    ExampleEntry.entry("S-001", [ExampleEntry.effect(0.2)]),
    ExampleEntry.entry("S-002", [ExampleEntry.effect(0.4)]),
  ]
  let studies = studiesToPool(from: entries, outcome: "reading", variance: .pooled)
  for study in studies { #expect(abs(study.variance - (0.05 + 0.09 / 76)) < 1e-12) }
  let own = studiesToPool(from: entries, outcome: "reading", variance: .own)
  for study in own { #expect(abs(study.variance - 0.05) < 1e-12) }
}

@Test func tutorsAndTuteesMakeOneStudy() throws {
  let apart = ExampleEntry.entry(
    "S-001",
    [
      ExampleEntry.effect(0.2, role: .tutor, comparisonSum: 1),
      ExampleEntry.effect(0.4, role: .tutee, comparisonSum: 2),
    ])
  let study = try #require(
    studiesToPool(from: [apart], outcome: "reading", variance: .own).first)
  #expect(abs(study.estimate - 0.3) < 1e-12)
  #expect(abs(study.variance - 0.025) < 1e-12)
  #expect(study.pupils == 80)
}

/// The covariance is 0.5/20 + 0.2·0.4/(2·60), by hand.
@Test func aSharedComparisonGroupIsCountedOnce() throws {
  let shared = ExampleEntry.entry(
    "S-001",
    [ExampleEntry.effect(0.2, role: .tutor), ExampleEntry.effect(0.4, role: .tutee)])
  let study = try #require(
    studiesToPool(from: [shared], outcome: "reading", variance: .own).first)
  let covariance = 0.025 + 0.08 / 120
  #expect(abs(study.variance - (0.1 + 2 * covariance) / 4) < 1e-12)
  #expect(study.pupils == 60)
}

@Test func theOrderOfEntriesChangesNothing() {
  let entries = (1...5).map {
    ExampleEntry.entry("S-00\($0)", [ExampleEntry.effect(Double($0) / 10)])
  }
  let one = studiesToPool(from: entries, outcome: "reading", variance: .pooled)
  let other = studiesToPool(from: entries.reversed(), outcome: "reading", variance: .pooled)
  #expect(one == other)
}
