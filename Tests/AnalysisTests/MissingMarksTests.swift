@testable import Analysis
import Statistics
import StudyModel
import Testing
import Validation

@Suite struct MissingMarksTests {
  private func study(missing: Int) -> OutcomeAnalysis {
    let pupils = ExampleStudy.school(design: .randomised).enumerated().map { index, pupil in
      let marks = pupil.scores["reading"]
      return ExampleStudy.pupil(
        pupil.code, pupil.arm, marks?.before, index < missing ? nil : marks?.after,
        reason: index < missing ? "absent" : nil)
    }
    return analyse(ExampleStudy.data(pupils)).outcomes[0]
  }

  @Test func reasonsAreCountedByArm() throws {
    let findings = try #require(study(missing: 5).details.missing)
    #expect(findings.missing == [.intervention: 3, .comparison: 2])
    #expect(
      findings.reasons == [
        MissingFindings.Reason(label: "Absent", counts: [.intervention: 3, .comparison: 2])
      ])
  }

  @Test func marksAreFilledInAboveFivePerCent() throws {
    #expect(study(missing: 2).details.missing?.sensitivity == nil)
    let outcome = study(missing: 6)
    let effect = try #require(outcome.effect)
    guard
      case .estimated(let imputed, let g, let error, let interval)? =
        outcome.details.missing?.sensitivity
    else {
      Issue.record("nothing was filled in")
      return
    }
    #expect(imputed.imputations == 50)
    #expect(abs(g - effect.g) < effect.standardError)
    #expect(error > 0)
    #expect(interval.contains(g))
    let tipping = try #require(imputed.tippingPoint)
    #expect(tipping.movesIntervention)
    // The intervention is ahead, so its missing pupils would have to do worse.
    #expect((tipping.shift < 0) == (imputed.difference.estimate > 0))
  }

  @Test func theSameSeedGivesTheSameNumbers() {
    #expect(study(missing: 6).details.missing == study(missing: 6).details.missing)
  }
}
