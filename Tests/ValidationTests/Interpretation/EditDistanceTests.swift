import Testing

@testable import Validation

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("comparison", "comparison", 0),
    ("comparsion", "comparison", 1), ("comaprison", "comparison", 1), ("tutord", "tutored", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func countsTheFewestChanges(one: String, other: String, distance: Int) {
    #expect(editDistance(one, other) == distance)
    #expect(editDistance(other, one) == distance)
  }
}
