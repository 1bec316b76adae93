import Statistics
import StudyModel
import Testing
import Validation

@testable import Analysis

/// Data that a school can really send and that carry little or nothing: results or reasons, and
/// never a number that is none.
@Suite struct DegenerateStudyTests {
  private static let designs: [StudyDesign] = [
    .randomised, .pairs, .matched, .cluster, .partiallyNested, .single,
  ]

  /// What each trouble makes of the marks of a pupil.
  enum Trouble: String, CaseIterable {
    case nobody, onePupilInEachArm, oneArmOnly, onePair, oneClass, sameMarkForAll, sameMarkBefore
    case noAfterMarkInAnArm, noBeforeMarks, nobodyWithBoth, afterRepeatsBefore, afterRunsAgainst
    case fullMarks, maximumOfZero, aClassLostItsMarks, noDifferenceAtAll, hugeMarks
  }

  private func pupils(_ trouble: Trouble) -> [Pupil] {
    let all = (0..<24).compactMap { pupil($0, trouble) }
    return switch trouble {
    case .nobody: []
    case .onePupilInEachArm, .onePair: Array(all.prefix(2))
    case .oneArmOnly: all.filter { $0.arm == .intervention }
    default: all
    }
  }

  private func pupil(_ index: Int, _ trouble: Trouble) -> Pupil? {
    let isFirst = index % 2 == 0
    var before: Double? = Double(index / 2 * 7 % 23)
    var after: Double? = Double(index / 2 * 5 % 17) + (isFirst ? 2 : 0)
    switch trouble {
    case .sameMarkForAll: (before, after) = (9, 9)
    case .sameMarkBefore: before = 9
    case .noAfterMarkInAnArm: after = isFirst ? nil : after
    case .noBeforeMarks: before = nil
    case .nobodyWithBoth: (before, after) = isFirst ? (before, nil) : (nil, after)
    case .afterRepeatsBefore: after = before.map { $0 + 3 }
    case .afterRunsAgainst: after = before.map { 40 - $0 }
    case .fullMarks: after = 40
    case .maximumOfZero: (before, after) = (0, 0)
    case .aClassLostItsMarks: after = index % 8 == 0 ? nil : after
    // The arms have the very same marks, and some are missing alike in both.
    case .noDifferenceAtAll: after = index < 6 ? nil : Double(index / 2 * 5 % 17)
    case .hugeMarks: (before, after) = (before.map { $0 * 1e150 }, after.map { $0 * 1e150 })
    default: break
    }
    return ExampleStudy.pupil(
      "P\(100 + index)", isFirst ? .intervention : .comparison, before, after,
      group: isFirst ? "G\(index / 6)" : nil,
      className: trouble == .oneClass ? "C" : "C\(index % 8)", pair: "M\(index / 2)",
      sessions: isFirst ? Double(index) : nil, sex: index % 4 < 2 ? "F" : "M")
  }

  @Test(arguments: designs, Trouble.allCases)
  func everyTroubleHasAResultOrAReason(design: StudyDesign, trouble: Trouble) {
    var programme = ExampleStudy.withKinds
    if trouble == .maximumOfZero { programme.outcomes[0].maximum = 0 }
    let assignment: AssignmentMethod =
      design == .single ? .noComparison : design == .matched ? .matched : .random
    let outcomes = analyse(
      ExampleStudy.data(
        pupils(trouble), design: design, assignment: assignment, programme: programme,
        answers: [WellKnownField.cost: .number(1_000)])
    ).outcomes
    #expect(outcomes.count == 1)
    for outcome in outcomes {
      #expect(unusable(in: outcome, at: "outcome") == nil)
      if case .notEstimated(let reason) = outcome.result { #expect(reason.count > 10) }
      for line in outcome.robustness { #expect((line.estimate == nil) == (line.reason != nil)) }
      #expect(!outcome.certainty.reasons.isEmpty)
    }
  }

  /// Both groups are there: what is missing is a column of marks.
  @Test(arguments: [
    (Trouble.noBeforeMarks, "no pupil has a mark before"),
    (.noAfterMarkInAnArm, "in one of the groups no pupil has a mark after"),
    (.nobodyWithBoth, "no pupil has both marks"),
    (.oneArmOnly, "there is no other group to compare with"),
  ])
  func theReasonNamesTheMarksThatAreMissing(trouble: Trouble, reason: String) {
    let outcome = analyse(ExampleStudy.data(pupils(trouble))).outcomes[0]
    guard case .notEstimated(let given) = outcome.result else {
      Issue.record("there is an estimate")
      return
    }
    #expect(given == reason)
    #expect(outcome.certainty.level == .veryLow)
  }

  /// The scale of the filled-in marks was once the effect over the difference, 0 over 0 here.
  @Test func noDifferenceAtAllIsStillUnsure() throws {
    let outcome = analyse(ExampleStudy.data(pupils(.noDifferenceAtAll))).outcomes[0]
    var effect = try #require(outcome.effect)
    #expect(abs(effect.g) < 1e-12)
    guard case .estimated(_, _, let error, let interval)? = outcome.details.missing?.sensitivity
    else {
      Issue.record("nothing was filled in")
      return
    }
    #expect(error > 0.05 && interval.width > 0.2)
    let usual = effect.perMark
    (effect.g, effect.difference) = (0, 0)
    #expect(effect.perMark == usual)
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
