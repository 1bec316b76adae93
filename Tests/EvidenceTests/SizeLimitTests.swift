import Statistics
import Testing

@testable import Evidence

@Suite struct SizeLimitTests {
  private func studies(_ count: Int, parts: Int = 1) -> [PooledStudy] {
    (0..<count).map { index in
      let estimate = Double(index * 37 % 101) / 200
      var study = PooledStudy(
        id: "S-\(index)", date: nil, estimate: estimate,
        variance: 0.01 + Double(index % 17) / 500)
      study.moderators = ["weeks": "\(6 + index % 9)"]
      study.parts = (0..<parts).map {
        .init(estimate: estimate + Double($0) / 10, variance: study.variance)
      }
      return study
    }
  }

  /// The numbers that the words name are those that decide.
  @Test(arguments: [
    (SizeLimit.multilevel, "10,000"), (.selection, "1,000"), (.permutation, "200"),
    (.rankTest, "20,000"),
  ])
  func theReasonNamesTheLimit(part: SizeLimit, number: String) {
    #expect(part.reason.contains("above \(number) studies"))
    #expect(part.most == Int(number.replacing(",", with: "")))
    #expect(part.allows(part.most) && !part.allows(part.most + 1))
  }

  @Test func theSelectionModelEndsAtAThousand() throws {
    for (count, expected) in [(1000, [SizeLimit]()), (1001, [.selection])] {
      guard case .found(let tests) = smallStudyFindings(studies(count), PoolingSettings()) else {
        Issue.record("nothing was looked at")
        return
      }
      #expect(tests.leftOutForSize == expected)
      #expect((tests.selection == nil) == !expected.isEmpty)
    }
  }

  @Test func theRankTestEndsAtTwentyThousand() {
    let many = studies(20_001)
    #expect(throws: EstimationError.self) {
      try rankTest(estimates: many.map(\.estimate), variances: many.map(\.variance))
    }
  }

  @Test func permutationsEndAtTwoHundred() throws {
    let settings = PoolingSettings(permutations: 9)
    let few = try moderation("weeks", of: studies(200), settings)
    #expect(few.permutation != nil && !few.isPermutationLeftOut)
    let many = try moderation("weeks", of: studies(201), settings)
    #expect(many.permutation == nil && many.isPermutationLeftOut)
    // What was not asked for is not left out.
    let none = try moderation("weeks", of: studies(201), PoolingSettings(permutations: 0))
    #expect(none.permutation == nil && !none.isPermutationLeftOut)
  }

  @Test func effectsWithinStudiesEndAtTenThousand() {
    #expect(multilevel(studies(10_001, parts: 2), PoolingSettings()) == nil)
    #expect(hasEffectsWithinStudies(studies(3, parts: 2)))
    #expect(!hasEffectsWithinStudies(studies(3)))
  }

  @Test func whatIsLeftOutIsGatheredOnce() throws {
    let analysis = try pool(
      studies(1001), title: "T", programme: nil,
      settings: PoolingSettings(moderators: ["weeks", "weeks"], permutations: 9))
    #expect(analysis.leftOutForSize == [.selection, .permutation])
    var larger = analysis
    larger.isMultilevelLeftOut = true
    #expect(larger.leftOutForSize.last == .multilevel)
  }
}
