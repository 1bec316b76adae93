import Testing

@testable import Programmes

@Suite struct NearMissTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("a", "a", 0),
  ]) func countsEdits(one: String, other: String, expected: Int) {
    #expect(editDistance(one, other) == expected)
    #expect(editDistance(other, one) == expected)
  }

  /// All texts of up to four letters of three, each beside each: told early, it is the same.
  @Test(arguments: 0...3) func isWithinWhatTheWholeCountSays(limit: Int) {
    var texts = [""]
    var longest = texts
    for _ in 0..<4 {
      longest = longest.flatMap { text in ["a", "b", "é"].map { text + $0 } }
      texts += longest
    }
    for one in texts where one.count % 2 == 0 {
      for other in texts {
        let isNear = ComparedText(one).isWithin(limit, of: ComparedText(other))
        guard isNear != (editDistance(one, other) <= limit) else { continue }
        Issue.record("‘\(one)’ and ‘\(other)’, within \(limit): \(isNear)")
      }
    }
  }

  @Test func namesTheNearestOrNothing() {
    let names = ["outcomes", "designs", "glossary"]
    #expect(nearMiss(of: "Outcome", among: names) == "outcomes")
    #expect(nearMiss(of: "desing", among: names) == "designs")
    #expect(nearMiss(of: "colour", among: names) == nil)
  }
}
