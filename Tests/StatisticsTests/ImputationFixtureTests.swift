import Testing

@testable import Statistics

/// Missing marks filled in and pooled, against R's `mice` in `Reference/imputation.R`.
@Suite struct ImputationFixtureTests {
  private let reference: JSON

  init() throws { reference = try JSON.fixture("imputation.json") }

  private func marks(_ school: JSON) -> IncompleteMarks {
    IncompleteMarks(
      after: school["after"].list.map(\.number), before: school["before"].list.map(\.number),
      isIntervention: school["arm"].numbers.map { $0 == 1 },
      classes: school["class"].list.isEmpty ? nil : school["class"].numbers.map { Int($0) })
  }

  private func estimate(
    _ after: [Double], _ before: [Double], _ arm: [Bool]
  ) throws(EstimationError) -> CoefficientEstimate {
    let fit = try ancova(after: after, before: before, isIntervention: arm)
    return try CoefficientEstimate(
      estimate: fit.difference, standardError: fit.differenceStandardError,
      degreesOfFreedom: fit.degreesOfFreedom, level: 0.95)
  }

  /// The sets as R filled them in, so that nothing is left to chance.
  @Test func theSameSetsArePooledAsByR() throws {
    let school = try #require(reference["schools"].list.first { $0["name"].text == "both" })
    let marks = marks(school)
    let sets = reference["sets"].list
    #expect(sets.count == 10)
    let estimates = try sets.map { set in
      try estimate(
        filled(marks.after, set["after"].numbers), filled(marks.before, set["before"].numbers),
        marks.isIntervention)
    }
    let (difference, missing) = try combinedByRubinsRules(estimates, level: 0.95)
    let expected = reference["pooled"]
    for (found, name) in [
      (difference.estimate, "estimate"), (difference.standardError, "se"),
      (try #require(difference.degreesOfFreedom), "df"), (missing, "lambda"),
      (difference.interval.low, "low"), (difference.interval.high, "high"), (difference.p, "p"),
    ] {
      let wanted = try #require(expected[name].number)
      #expect(agrees(found, wanted, Tolerance.closedForm), "\(name): \(found), \(wanted)")
    }
  }

  private func filled(_ marks: [Double?], _ values: [Double]) -> [Double] {
    var rest = values[...]
    return marks.map { $0 ?? rest.removeFirst() }
  }

  /// Over many draws the estimate, its variance within the sets and its spread between them are
  /// those of R, within four standard errors of what chance leaves open in both.
  ///
  /// Coefficients that were not drawn too would spread the estimates too little.
  @Test(arguments: ["after", "both", "classes"])
  func manyDrawsAverageWhatThoseOfRDo(name: String) throws {
    let school = try #require(reference["schools"].list.first { $0["name"].text == name })
    let marks = marks(school)
    let count = 1_000
    let imputed = try imputedEstimate(marks, imputations: count, seed: 7) {
      (after, before) throws(EstimationError) in
      try estimate(after, before, marks.isIntervention)
    }
    let (m, theirs) = (Double(count), try #require(school["average"]["imputations"].number))
    let (mean, between, within) = (
      try #require(school["average"]["mean"].number),
      try #require(school["average"]["between"].number),
      try #require(school["average"]["within"].number)
    )
    let chance = 4 * (1 / m + 1 / theirs).squareRoot()
    let total = imputed.difference.standardError * imputed.difference.standardError
    let spread = total * imputed.missingInformation / (1 + 1 / m)
    #expect(abs(imputed.difference.estimate - mean) < chance * between.squareRoot())
    #expect(abs(spread / between - 1) < chance * 2.0.squareRoot())
    // The variances of the sets differ by less than half of themselves, so this is wide enough.
    let inside = total * (1 - imputed.missingInformation)
    #expect(abs(inside / within - 1) < chance / 2)
  }
}
