import Programmes
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("a", "a", 0),
  ]) func countsEdits(one: String, other: String, expected: Int) {
    #expect(editDistance(one, other) == expected)
    #expect(editDistance(other, one) == expected)
  }

  @Test func namesTheNearestOrNothing() {
    let names = ["outcomes", "designs", "glossary"]
    #expect(nearMiss(of: "Outcome", among: names) == "outcomes")
    #expect(nearMiss(of: "desing", among: names) == "designs")
    #expect(nearMiss(of: "colour", among: names) == nil)
  }
}
