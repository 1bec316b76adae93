import Analysis
import Statistics
import StudyModel
import Testing

/// Forty pupils whose marks follow from their numbers, so that no test needs chance.
private let pupils: [(before: Double, after: Double)] = (0..<40).map { index in
  let before = Double((index * 7) % 23) + 5
  return (before, before + Double((index * 5) % 11) - 3)
}

private func study(
  shift: Double = 0, scale: Double = 1, swapped: Bool = false, reversed: Bool = false,
  role: Role? = nil
) -> StudyAnalysis {
  let all = pupils.enumerated().map { index, marks in
    let isFirst = index % 2 == 0
    return ExampleStudy.pupil(
      "P\(100 + index)", isFirst != swapped ? .intervention : .comparison,
      marks.before * scale + shift, (marks.after + (isFirst ? 2 : 0)) * scale + shift, role: role)
  }
  return analyse(ExampleStudy.data(reversed ? all.reversed() : all))
}

@Test func shiftingAndScalingMarksLeavesTheEffect() throws {
  let plain = try #require(study().outcomes[0].effect)
  let changed = try #require(study(shift: 3, scale: 0.5).outcomes[0].effect)
  #expect(abs(plain.g - changed.g) < 1e-12)
  #expect(abs(plain.standardError - changed.standardError) < 1e-12)
}

@Test func swappingTheArmsFlipsTheSign() throws {
  let plain = try #require(study().outcomes[0].effect)
  let swapped = try #require(study(swapped: true).outcomes[0].effect)
  #expect(plain.g > 0)
  #expect(abs(plain.g + swapped.g) < 1e-12)
  #expect(abs(plain.interval.low + swapped.interval.high) < 1e-12)
}

@Test func theOrderOfRowsChangesNothingToTheBit() {
  #expect(study().outcomes[0].effect == study(reversed: true).outcomes[0].effect)
}

@Test func tutorsAndTuteesEachGetAnEffect() {
  let two = pupils.enumerated().map { index, marks in
    ExampleStudy.pupil(
      "P\(100 + index)", index % 2 == 0 ? .intervention : .comparison, marks.before, marks.after,
      role: index < 20 ? .tutor : .tutee)
  }
  let outcomes = analyse(ExampleStudy.data(two)).outcomes
  #expect(outcomes.map(\.role) == [.tutor, .tutee])
  #expect(
    outcomes.map { $0.flow.analysed } == [[.intervention: 10, .comparison: 10]] + [
      [.intervention: 10, .comparison: 10]
    ])
}

@Test func comparisonPupilsWithoutARoleStandForBoth() {
  let two = pupils.enumerated().map { index, marks in
    ExampleStudy.pupil(
      "P\(100 + index)", index % 2 == 0 ? .intervention : .comparison, marks.before, marks.after,
      role: index % 2 == 1 ? nil : index < 20 ? .tutor : .tutee)
  }
  let outcomes = analyse(ExampleStudy.data(two)).outcomes
  #expect(outcomes.map { $0.flow.analysed[.comparison] } == [20, 20])
}

@Test func aSingleGroupHasAGainAndNoEffect() {
  let one = pupils.enumerated().map { index, marks in
    ExampleStudy.pupil("P\(100 + index)", .intervention, marks.before, marks.after)
  }
  let outcome = analyse(ExampleStudy.data(one, design: .single, assignment: .noComparison))
    .outcomes[0]
  #expect(outcome.effect == nil)
  #expect(outcome.gain?.count == 40)
  #expect(outcome.certainty.level == .veryLow)
  #expect(outcome.attrition == nil)
}

@Test func pupilsWithoutAMarkCountAsLost() throws {
  let some = pupils.enumerated().map { index, marks in
    ExampleStudy.pupil(
      "P\(100 + index)", index % 2 == 0 ? .intervention : .comparison, marks.before,
      index < 8 ? nil : marks.after, reason: index < 8 ? "absent" : nil)
  }
  let outcome = analyse(ExampleStudy.data(some)).outcomes[0]
  #expect(outcome.flow.started == [.intervention: 20, .comparison: 20])
  #expect(outcome.flow.analysed == [.intervention: 16, .comparison: 16])
  #expect(outcome.flow.reasons == [.init(label: "Absent", count: 8)])
  #expect(outcome.attrition?.overall == 0.2)
  #expect(outcome.attrition?.category == .low)
}

@Test func teachingInGroupsShrinksTheEffectAndWidensItsInterval() throws {
  let grouped = pupils.enumerated().map { index, marks in
    ExampleStudy.pupil(
      "P\(100 + index)", index % 2 == 0 ? .intervention : .comparison, marks.before, marks.after,
      group: index % 2 == 0 ? "G\(index / 8)" : nil)
  }
  let alone = try #require(analyse(ExampleStudy.data(grouped)).outcomes[0].effect)
  let nested = try #require(
    analyse(ExampleStudy.data(grouped, design: .partiallyNested)).outcomes[0].effect)
  #expect(abs(nested.g) < abs(alone.g))
  #expect(
    nested.differenceInterval.high - nested.differenceInterval.low
      > alone.differenceInterval.high - alone.differenceInterval.low)
  #expect(nested.clusterInflation > 1)
}
