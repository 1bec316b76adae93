import TestSupport
import Testing

@testable import Statistics

@Suite struct PupilReferenceTests {
  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func everySchoolAgreesWithR() throws {
    let document = try JSON.document(SharedFolder.data("reference/pupil/reference.json"))
    var comparison = Comparison(tolerance: Self.tolerance)
    for (name, reference) in document["datasets"].object.sorted(by: { $0.key < $1.key }) {
      let pupils = try PupilTable("reference/pupil/\(name).csv")
      comparison.compare(Self.answers(pupils, reference), with: reference, named: name)
    }
    comparison.report("pupils", gaps: Self.gaps)
    #expect(comparison.compared > 5000)
  }

  static func tolerance(_ path: String) -> Double {
    path.contains("nct") || path.contains("ncp") ? Tolerance.limit : Tolerance.closedForm
  }

  static func answers(_ pupils: PupilTable, _ reference: JSON) -> Answers {
    var answers = Answers()
    let (treated, controls) = (pupils.arm(true), pupils.arm(false))
    for (name, group) in [("intervention", treated), ("control", controls), ("all", pupils)] {
      answers.describe("descriptives.\(name)", group)
    }
    answers.paired(
      "prepost.intervention", treated.complete.beforeMarks, treated.complete.afterMarks)
    answers.paired("prepost.control", controls.complete.beforeMarks, controls.complete.afterMarks)
    answers.difference("baseline.randomised", treated.beforeMarks, controls.beforeMarks)
    answers.difference(
      "baseline.complete", treated.complete.beforeMarks, controls.complete.beforeMarks)
    answers.difference("posttest.available", treated.afterMarks, controls.afterMarks)
    answers.difference(
      "posttest.complete", treated.complete.afterMarks, controls.complete.afterMarks)
    answers.analysisOfCovariance("simple", pupils.complete)
    return answers
  }

  static let gaps: [Gap] = [
    Gap(pattern: ": ", reason: "later")
  ]
}
