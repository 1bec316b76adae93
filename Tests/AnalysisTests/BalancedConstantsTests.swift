import Statistics
import StudyModel
import Testing
import Validation

@testable import Analysis

/// Padding a file with pupils whose mark did not move buys no certainty.
@Suite struct BalancedConstantsTests {
  private static let designs: [StudyDesign] = [.randomised, .pairs, .cluster, .partiallyNested]

  /// One to five pupils more in each arm, each with a match in the other, never raise the level.
  ///
  /// That each check was really at its threshold is seen
  /// from how often the same pupils, were they all counted, would have raised it.
  @Test(arguments: designs)
  func paddingNeverMakesSurer(design: StudyDesign) {
    var generator = SeededGenerator(seed: 41)
    var bought = Checks()
    for _ in 0..<600 {
      let school = school(design, &generator)
      let plain = evidence(school, design)
      let padded = evidence(school + padding(&generator), design)
      #expect(certainty(from: padded).level <= certainty(from: plain).level)
      #expect(
        certainty(from: padded).reasons.map(\.lowers).count { $0 }
          >= certainty(from: plain).reasons.map(\.lowers).count { $0 })
      bought.count(from: plain.printed, to: padded.printed)
    }
    #expect(bought.size > 10 && bought.attrition > 10 && bought.baseline > 10)
    #expect(bought.ceiling > 10 && bought.dose > 10)
    #expect(design != .cluster || bought.classes > 10)
  }

  /// But for full marks, which the ceiling looks at, and sessions, nothing that is judged moves.
  @Test func whatIsJudgedStaysToTheBit() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<300 {
      let school = school(.randomised, &generator)
      let (plain, padded) = (
        evidence(school, .randomised).judged,
        evidence(school + padding(&generator), .randomised).judged
      )
      #expect(plain.smallestArm == padded.smallestArm)
      #expect(plain.attrition == padded.attrition)
      #expect(plain.baseline == padded.baseline)
      #expect(plain.shareAtMaximum <= padded.shareAtMaximum)
    }
  }

  @Test func theOrderOfRowsChangesNothing() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<200 {
      let school = school(.randomised, &generator) + padding(&generator)
      // Codes decide the order of pupils, so the same marks under other codes are another order.
      let mixed = zip(school.shuffled(using: &generator), school).map { pupil, other in
        ExampleStudy.pupil(
          other.code, pupil.arm, pupil.scores["reading"]?.before, pupil.scores["reading"]?.after,
          sessions: pupil.sessions)
      }
      #expect(
        certainty(from: evidence(mixed, .randomised))
          == certainty(from: evidence(school, .randomised)))
    }
  }

  @Test func nineteenPupilsAndOneWhoMatchesAreNotTwenty() {
    let school =
      marked(19) + [
        ExampleStudy.pupil("X1", .intervention, 12, 12),
        ExampleStudy.pupil("X2", .comparison, 12, 12),
      ]
    let outcome = analyse(ExampleStudy.data(school)).outcomes[0]
    #expect(outcome.flow.analysed == [.intervention: 20, .comparison: 20])
    #expect(outcome.certainty.level == .moderate)
    #expect(
      outcome.certainty.reasons.contains {
        $0.lowers
          && $0.text == "Not counting 2 pupils whose mark did not move and who match one another "
            + "across the groups, a group has fewer than 20 pupils with both marks."
      })
  }

  @Test func otherMarksMissingMarksAndOneArmAloneDoNotMatch() {
    let marks: [(Arm, Double?, Double?)] = [
      (.intervention, 12, 12), (.comparison, 13, 13), (.intervention, 14, 14),
      (.intervention, 14, 14), (.comparison, 14, 15), (.comparison, 12, nil),
      (.comparison, nil, nil), (.comparison, nil, 12),
    ]
    let unmatched = marks.enumerated().map { number, pupil in
      ExampleStudy.pupil("X\(number)", pupil.0, pupil.1, pupil.2)
    }
    #expect(evidence(marked(19) + unmatched, .randomised).cancelled == 0)
  }

  @Test func thoseWithMostSessionsCancelFirst() throws {
    // One of the two in the programme has a match: the mean of those left is 4, not 16.
    let pupils = [
      ExampleStudy.pupil("X1", .intervention, 12, 12, sessions: 4),
      ExampleStudy.pupil("X2", .intervention, 12, 12, sessions: 16),
      ExampleStudy.pupil("X3", .comparison, 12, 12),
    ]
    let found = evidence(pupils, .randomised)
    #expect(found.judged.meanSessions == 4)
    #expect(found.printed.meanSessions == 10)
  }

  private func evidence(_ pupils: [Pupil], _ design: StudyDesign) -> CertaintyEvidence {
    let data = ExampleStudy.data(pupils, design: design)
    return CertaintyEvidence(
      of: OutcomeSample(outcome: data.programme.outcomes[0], role: nil, data: data), data,
      AnalysisPlan(of: data), AnalysisSettings())
  }

  /// So many pupils in each arm, whose marks all move.
  private func marked(_ count: Int) -> [Pupil] {
    (0..<count * 2).map { index in
      let before = Double((index / 2 * 7) % 23) + 5
      return ExampleStudy.pupil(
        "P\(100 + index)", index % 2 == 0 ? .intervention : .comparison, before,
        before + Double((index * 5) % 11) + 1)
    }
  }

  /// Arms of 15 to 24 pupils, near the threshold of every check.
  private func school(_ design: StudyDesign, _ generator: inout SeededGenerator) -> [Pupil] {
    let sizes = [15 + generator.next(below: 10), 15 + generator.next(below: 10)]
    let ahead = Double(generator.next(below: 6))
    let (lost, easy) = (generator.next(below: 3) * 10, generator.next(below: 3) * 14)
    let classes = 4 + generator.next(below: 2)
    return zip(Arm.allCases, sizes).flatMap { arm, size in
      (0..<size).map { index in
        let before = 8 + Double(generator.next(below: 20)) + (arm == .intervention ? ahead : 0)
        let isLost = generator.next(below: 100) < lost
        let after =
          generator.next(below: 100) < easy
          ? 40 : generator.next(below: 4) == 0 ? before : before + Double(generator.next(below: 7))
        return pupil(
          "P\(arm)\(100 + index)", arm, before, isLost ? nil : after, className: index % classes,
          sessions: generator.next(below: 8) == 0 ? nil : 7 + Double(generator.next(below: 6)))
      }
    }
  }

  private func padding(_ generator: inout SeededGenerator) -> [Pupil] {
    (0...generator.next(below: 5)).flatMap { number in
      let mark = generator.next(below: 4) == 0 ? 40 : Double(generator.next(below: 41))
      return Arm.allCases.map { arm in
        pupil(
          "X\(arm)\(number)", arm, mark, mark, className: generator.next(below: 7),
          sessions: generator.next(below: 4) == 0 ? nil : Double(generator.next(below: 21)))
      }
    }
  }

  private func pupil(
    _ code: String, _ arm: Arm, _ before: Double, _ after: Double?, className: Int,
    sessions: Double?
  ) -> Pupil {
    ExampleStudy.pupil(
      code, arm, before, after, className: "\(arm)\(className)", pair: code.suffix(2).description,
      sessions: arm == .intervention ? sessions : nil)
  }
}

/// How often each check, made of everybody, passes after having failed.
private struct Checks {
  var size = 0
  var attrition = 0
  var baseline = 0
  var ceiling = 0
  var dose = 0
  var classes = 0

  mutating func count(
    from one: CertaintyEvidence.Circumstances, to other: CertaintyEvidence.Circumstances
  ) {
    func passes(_ fails: (CertaintyEvidence.Circumstances) -> Bool) -> Int {
      fails(one) && !fails(other) ? 1 : 0
    }
    size += passes { $0.smallestArm < 20 }
    attrition += passes {
      ($0.attrition?.overall ?? 0) > 0.2 || ($0.attrition?.differential ?? 0) > 0.1
    }
    baseline += passes { $0.baseline?.category == .notSatisfied }
    ceiling += passes { $0.shareAtMaximum > 0.25 }
    dose += passes { ($0.meanSessions ?? 10) < 10 }
    classes += passes { ($0.fewestClasses ?? 5) < 5 }
  }
}
