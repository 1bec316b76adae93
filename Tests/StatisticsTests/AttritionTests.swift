import Testing

@testable import Statistics

@Suite struct AttritionTests {
  @Test func theTableIsReadAtTheNearestPerCent() throws {
    let atTen = try #require(attritionBoundary(overall: 0.104))
    #expect(agrees(atTen.cautious, 0.063, 1e-12))
    #expect(agrees(atTen.optimistic, 0.109, 1e-12))
    let last = try #require(attritionBoundary(overall: 0.57))
    #expect(last.cautious == 0)
    #expect(agrees(last.optimistic, 0.023, 1e-12))
    #expect(attritionBoundary(overall: 0.58) == nil)
    #expect(attritionBoundary(overall: -0.1) == nil)
  }

  @Test func aDifferenceOnTheBoundaryIsWithinIt() {
    #expect(attritionCategory(overall: 0.1, differential: 0.063) == .low)
    #expect(attritionCategory(overall: 0.1, differential: -0.064) == .lowIfOptimistic)
    #expect(attritionCategory(overall: 0.1, differential: 0.11) == .high)
    #expect(attritionCategory(overall: 0.7, differential: 0) == .high)
  }

  @Test func everyCautiousBoundaryIsBelowTheOptimisticOne() throws {
    for percent in 0...57 {
      let boundary = try #require(attritionBoundary(overall: Double(percent) / 100))
      #expect(boundary.cautious < boundary.optimistic)
    }
  }
}
