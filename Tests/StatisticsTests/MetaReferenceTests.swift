import TestSupport
import Testing

@testable import Statistics

@Suite struct MetaReferenceTests {
  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func everyMetaAnalysisAgreesWithMetafor() throws {
    let document = try JSON.document(SharedFolder.data("reference/meta/reference.json"))
    var comparison = Comparison(tolerance: Self.tolerance)
    for (name, reference) in document["datasets"].object.sorted(by: { $0.key < $1.key }) {
      let table = try Table("reference/meta/\(name).csv")
      comparison.compare(Self.answers(table), with: reference, named: name)
    }
    comparison.report("meta-analyses", gaps: Self.gaps)
    #expect(comparison.compared > 30_000)
  }

  static func tolerance(_ path: String) -> Double {
    if path.contains("qprofile") || path.contains("genq") { return Tolerance.limit }
    return path.contains("REML") || path.contains("ML")
      ? Tolerance.likelihood : Tolerance.closedForm
  }

  static func answers(_ table: Table) -> Answers {
    var answers = Answers()
    let estimates = table.numbers("yi").compactMap { $0 }
    let variances = table.numbers("vi").compactMap { $0 }
    answers.set("k", Double(estimates.count))
    answers.estimators(estimates, variances)
    let dates = table.text("date")
    let order = estimates.indices.sorted { first, second in
      switch (dates[first], dates[second]) {
      case (let first?, let second?) where first != second: first < second
      case (.some, .none): true
      case (.none, .some): false
      default: first < second
      }
    }
    if estimates.count < 300 {
      answers.sequences(estimates, variances, steps: order.map { [$0] })
    }
    return answers
  }

  static let gaps: [Gap] = [
    Gap(pattern: ": ", reason: "later")
  ]
}
