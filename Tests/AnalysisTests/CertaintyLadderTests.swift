import StudyModel
import Testing
import Validation

@testable import Analysis

/// What a reason says where the pupils who count are not everybody.
@Suite struct CertaintyLadderTests {
  typealias Circumstances = CertaintyEvidence.Circumstances

  /// One weakness among those who count, and how its reason ends.
  struct Weakness: Sendable {
    var words: String
    var weaken: @Sendable (inout Circumstances) -> Void
  }

  static let weaknesses = [
    Weakness(words: "a group has fewer than 20 pupils with both marks.") { $0.smallestArm = 19 },
    Weakness(words: "one unusual class can decide the result.") { $0.fewestClasses = 4 },
    Weakness(words: "one group lost many more pupils than the other.") {
      $0.attrition = Attrition(overall: 0.15, differential: 0.11, category: .high)
    },
    Weakness(words: "started well behind the comparison pupils.") {
      $0.baseline = BaselineBalance(g: -0.3, category: .notSatisfied)
    },
    Weakness(words: "so the test was too easy to tell.") { $0.shareAtMaximum = 0.26 },
    Weakness(words: "pupils had fewer than half of the sessions planned.") { $0.meanSessions = 9 },
  ]

  private let clause =
    "ot counting 4 pupils whose mark did not move and who match one another across the groups, "

  /// Everything in order, for everybody and for those who count.
  private var sound: CertaintyEvidence {
    let circumstances = Circumstances(
      smallestArm: 24, fewestClasses: 6,
      attrition: Attrition(overall: 0.1, differential: 0.05, category: .low),
      baseline: BaselineBalance(g: 0.01, category: .satisfied), shareAtMaximum: 0.1,
      meanSessions: 15)
    return CertaintyEvidence(
      assignment: .random, isInClasses: true, sessionsPlanned: 20, printed: circumstances,
      judged: circumstances, cancelled: 0, cancelledBelowMaximum: 0)
  }

  @Test func withoutPupilsWhoCancelNothingIsSaidOfThem() {
    let judgement = certainty(from: sound)
    #expect(judgement.level == .high)
    #expect(!judgement.reasons.contains { $0.text.contains(clause) })
  }

  @Test(arguments: weaknesses) func aWeaknessOfThoseWhoCountSaysOfWhom(weakness: Weakness) throws {
    var evidence = sound
    (evidence.cancelled, evidence.cancelledBelowMaximum) = (4, 4)
    weakness.weaken(&evidence.judged)
    let judgement = certainty(from: evidence)
    #expect(judgement.level == .moderate)
    let reason = try #require(judgement.reasons.first { $0.lowers })
    #expect(reason.text.hasPrefix("N" + clause) && reason.text.hasSuffix(weakness.words))
  }

  @Test(arguments: weaknesses) func aWeaknessThatTheTableShowsIsNotSetAgainstIt(
    weakness: Weakness
  ) throws {
    var evidence = sound
    weakness.weaken(&evidence.judged)
    weakness.weaken(&evidence.printed)
    let reason = try #require(certainty(from: evidence).reasons.first { $0.lowers })
    #expect(!reason.text.contains(clause) && reason.text.count > 20)
  }

  /// The groups of everybody began unlike, those of the pupils who count alike.
  @Test func aStrengthThatTheTableDoesNotShowSaysOfWhom() {
    var evidence = sound
    evidence.cancelled = 4
    evidence.printed.baseline = BaselineBalance(g: 0.3, category: .notSatisfied)
    let judgement = certainty(from: evidence)
    #expect(judgement.level == .high)
    #expect(
      judgement.reasons.contains {
        $0.text == "N\(clause)the groups had nearly the same marks before."
      })
  }

  /// The share that is printed stays that of everybody.
  @Test func theShareOfEverybodyIsSaidBesideThatOfThoseWhoCount() {
    var evidence = sound
    evidence.cancelled = 4
    evidence.printed.attrition?.overall = 0.2
    evidence.judged.attrition?.overall = 0.23
    #expect(
      certainty(from: evidence).reasons.map(\.text).contains(
        "20% of the pupils have no pair of marks, and more than 20% not counting 4 pupils whose "
          + "mark did not move and who match one another across the groups."))
  }

  @Test func oneMissingMarkAmongThousandsIsNotNone() {
    var evidence = sound
    evidence.printed.attrition?.overall = 0.001
    evidence.judged.attrition?.overall = 0.001
    #expect(
      certainty(from: evidence).reasons.map(\.text).contains(
        "Few pupils are missing a mark (less than 1%)."))
  }

  @Test func ofNoEstimateNobodyIsSure() {
    var evidence = sound
    evidence.hasEstimate = false
    let judgement = certainty(from: evidence)
    #expect(judgement.level == .veryLow)
    #expect(judgement.reasons.contains { $0.lowers && $0.text == "There is no estimate." })
  }

  /// The cancelling pupils make the estimate possible, and nothing surer.
  @Test func anEstimateOfPupilsWhoCancelAloneIsNoSurerThanNone() {
    var evidence = sound
    evidence.cancelled = 4
    evidence.judged.smallestArm = 1
    let judgement = certainty(from: evidence)
    #expect(judgement.level == .veryLow)
    #expect(
      judgement.reasons.map(\.text).contains("N\(clause)too few pupils are left for an estimate."))
  }

  @Test func marksBeforeThatAreAllTheSameLower() {
    let real = ExampleStudy.school(design: .randomised)
    let typed = real.map { pupil in
      ExampleStudy.pupil(pupil.code, pupil.arm, 20, pupil.scores["reading"]?.after)
    }
    let (one, other) = (
      analyse(ExampleStudy.data(real)).outcomes[0], analyse(ExampleStudy.data(typed)).outcomes[0]
    )
    #expect(other.effect != nil && other.certainty.level < one.certainty.level)
    #expect(other.certainty.reasons.contains { $0.text.hasPrefix("The marks before are all the") })
  }

  @Test func aGroupThatDoesNotExistIsNotTooSmall() {
    let pupils = (0..<40).map { index in
      ExampleStudy.pupil(
        "P\(100 + index)", .intervention, Double(index % 17), Double(index * 5 % 23))
    }
    let judgement = analyse(
      ExampleStudy.data(pupils, design: .single, assignment: .noComparison)
    ).outcomes[0].certainty
    #expect(
      judgement.reasons.map(\.text).contains(
        "The group has 20 pupils or more with both marks."), "\(judgement.reasons)")
  }
}
