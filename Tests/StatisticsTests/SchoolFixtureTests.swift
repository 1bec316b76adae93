import Testing

@testable import Statistics

/// One invented school, and three of them, against `Reference/school.R`.
@Suite struct SchoolFixtureTests {
  private let reference: JSON
  private let before: [Double]
  private let after: [Double]
  private let isIntervention: [Bool]
  private let classes: [Int]

  init() throws {
    reference = try JSON.fixture("school.json")
    before = reference["pre"].numbers
    after = reference["post"].numbers
    isIntervention = reference["arm"].numbers.map { $0 == 1 }
    classes = reference["class"].list.map { Int($0.text?.utf8.first ?? 0) }
  }

  private func expect(_ fit: AncovaEstimate, is expected: JSON) throws {
    for (found, name) in [
      (fit.difference, "b"), (fit.differenceStandardError, "seB"), (fit.degreesOfFreedom, "df"),
      (fit.p, "p"), (fit.pooledStandardDeviation, "S"), (fit.g, "g"), (fit.standardError, "se"),
      (fit.interval.low, "low"), (fit.interval.high, "high"),
    ] {
      let wanted = try #require(expected[name].number)
      #expect(agrees(found, wanted, Tolerance.closedForm), "\(name): \(found), \(wanted)")
    }
  }

  @Test func thePrimaryEstimateIsThatOfR() throws {
    try expect(
      try ancova(after: after, before: before, isIntervention: isIntervention),
      is: reference["ancova"])
    try expect(
      try ancova(after: after, before: before, isIntervention: isIntervention, strata: classes),
      is: reference["blocked"])
    try expect(
      try ancova(after: after, isIntervention: isIntervention), is: reference["posttest"])
  }

  @Test func theSumsGiveWhatThePupilsGive() throws {
    func sums(_ rows: [Int], _ arm: Bool) -> MarkSums {
      let members = rows.filter { isIntervention[$0] == arm }
      return MarkSums(before: members.map { before[$0] }, after: members.map { after[$0] })
    }
    func block(_ rows: [Int]) -> BlockSums {
      BlockSums(intervention: sums(rows, true), comparison: sums(rows, false))
    }
    try expect(try ancova(blocks: [block(Array(after.indices))]), is: reference["ancova"])
    let blocks = Set(classes).sorted().map { name in
      block(after.indices.filter { classes[$0] == name })
    }
    let fromSums = try ancova(blocks: blocks)
    try expect(fromSums, is: reference["blocked"])
    let fromPupils = try ancova(
      after: after, before: before, isIntervention: isIntervention, strata: classes)
    #expect(agrees(fromSums.intercept, fromPupils.intercept, 1e-10))
    #expect(
      agrees(fromSums.adjustedMeans.comparison, fromPupils.adjustedMeans.comparison, 1e-10))
    let (first, second) = (fromSums.withinArmCorrelation, fromPupils.withinArmCorrelation)
    #expect(agrees(try #require(first), try #require(second), 1e-10))
  }

  @Test func theRobustErrorsAreThoseOfR() throws {
    let hc2 = try hc2Estimate(
      after: after, before: before, isIntervention: isIntervention)
    let wanted = try #require(reference["hc2"].number)
    #expect(agrees(hc2.difference.standardError, wanted, Tolerance.closedForm))
    let (clustered, _) = try clusteredEstimate(
      after: after, before: before, isIntervention: isIntervention, clusters: classes)
    let cr2 = try #require(reference["cr2"].number)
    #expect(agrees(clustered.difference.standardError, cr2, Tolerance.closedForm))
  }

  @Test func theOrderTestsAreThoseOfR() throws {
    let (treated, controls) = try split(after, isIntervention: isIntervention)
    let test = try mannWhitney(intervention: treated, comparison: controls)
    #expect(test.u == reference["mannWhitney"]["u"].number)
    let p = try #require(reference["mannWhitney"]["p"].number)
    #expect(agrees(try #require(test.corrected).p, p, Tolerance.closedForm))
    let welch = try #require(reference["welch"].number)
    let found = try welchEstimate(after: after, isIntervention: isIntervention)
    #expect(agrees(found.difference.p, welch, Tolerance.closedForm))
  }

  @Test func oneModelOverAllSchoolsIsThatOfR() throws {
    let rows = reference["schools"].list
    let schools = Set(rows.compactMap { $0["school"].number }).sorted().map { school in
      let members = rows.filter { $0["school"].number == school }
      func sums(_ arm: Double) -> MarkSums {
        let pupils = members.filter { $0["arm"].number == arm }
        return MarkSums(
          before: pupils.compactMap { $0["pre"].number },
          after: pupils.compactMap { $0["post"].number })
      }
      return [BlockSums(intervention: sums(1), comparison: sums(0))]
    }
    let fit = try oneStageFit(schools: schools)
    let expected = reference["oneStage"]
    for (found, name) in [
      (fit.difference.estimate, "difference"), (fit.difference.standardError, "se"),
      (fit.tau2, "tau2"), (fit.residualVariance, "sigma2"),
      (fit.pooledStandardDeviation, "spread"),
    ] {
      let wanted = try #require(expected[name].number)
      #expect(agrees(found, wanted, Tolerance.loose), "\(name): \(found), \(wanted)")
    }
  }
}
