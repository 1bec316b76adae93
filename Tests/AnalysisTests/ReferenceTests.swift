import Analysis
import Foundation
import Statistics
import StudyModel
import TestSupport
import Testing

/// The numbers that R gave for the same pupils.
private struct Reference {
  let values: [String: Any]

  init(_ name: String) throws {
    let all = try JSONSerialization.jsonObject(
      with: SharedFolder.data("reference/pupil/reference.json"))
    let datasets = try #require((all as? [String: Any])?["datasets"] as? [String: Any])
    values = try #require(datasets[name] as? [String: Any])
  }

  func number(_ path: String) throws -> Double {
    var value: Any? = values
    for key in path.split(separator: "/") {
      if let list = value as? [Any], let index = Int(key) {
        value = list[index]
      } else {
        value = (value as? [String: Any])?[String(key)]
      }
    }
    return try #require(value as? Double, "\(path)")
  }
}

/// Closed forms agree to 1e-9, relative to numbers above 1.
private func expectClose(
  _ value: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let value = try #require(value, sourceLocation: sourceLocation)
  #expect(
    abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(value) is not \(expected)",
    sourceLocation: sourceLocation)
}

@Suite(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
struct ReferenceTests {
  @Test(arguments: ["rct24", "rct60"])
  func aTwoArmStudyAgreesWithR(name: String) throws {
    let reference = try Reference(name)
    let analysis = analyse(ExampleStudy.data(try ExampleStudy.reference(name)))
    let outcome = analysis.outcomes[0]
    let effect = try #require(outcome.effect)
    let ancova = "ancova/simple/"
    try expectClose(effect.difference, reference.number(ancova + "b"))
    try expectClose(effect.differenceStandardError, reference.number(ancova + "se"))
    try expectClose(effect.degreesOfFreedom, reference.number(ancova + "df"))
    try expectClose(effect.p, reference.number(ancova + "p"))
    let g = "ancova_g/simple/"
    try expectClose(effect.g, reference.number(g + "g"))
    try expectClose(effect.pooledStandardDeviation, reference.number(g + "sd_pooled_post"))
    try expectClose(effect.standardError, reference.number(g + "se_wwc_reg"))
    try expectClose(effect.interval.low, reference.number(g + "ci_transformed/0"))
    try expectClose(effect.interval.high, reference.number(g + "ci_transformed/1"))
    try expectClose(outcome.baseline?.g, reference.number("baseline/complete/g"))
    try expectClose(outcome.attrition?.overall, reference.number("attrition/complete/overall"))
    try expectClose(outcome.gain?.mean, reference.number("prepost/intervention/mean_diff"))
    let postTest = try #require(outcome.robustness.first { $0.name == "post-test only" })
    try expectClose(postTest.estimate, reference.number("posttest/complete/g"))
    let gain = try #require(outcome.robustness.first { $0.name == "gain" })
    try expectClose(gain.estimate, reference.number("gain/g_post_sd"))
  }

  @Test(arguments: [
    "nasty_zerovar", "nasty_n2", "nasty_constpost", "nasty_zerovar_control_post", "nasty_n1_arm",
    "nasty_empty_arm", "nasty_ceiling",
  ])
  func degenerateDataGiveANumberOrAReason(name: String) throws {
    let analysis = analyse(ExampleStudy.data(try ExampleStudy.reference(name)))
    for outcome in analysis.outcomes {
      switch outcome.result {
      case .estimated(let effect):
        let all = [
          effect.g, effect.standardError, effect.p, effect.interval.low, effect.interval.high,
        ]
        #expect(!all.contains { !$0.isFinite })
      case .notEstimated(let reason):
        #expect(!reason.isEmpty)
        #expect(outcome.verdict == .tooLittleData)
      }
    }
  }

  @Test func constantMarksGiveAReason() throws {
    let analysis = analyse(ExampleStudy.data(try ExampleStudy.reference("nasty_constpost")))
    #expect(analysis.outcomes[0].effect == nil)
  }
}
