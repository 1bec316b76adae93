import Testing
import Workbooks

@Suite struct WorkbookIdentifierTests {
  private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private let identifier = WorkbookIdentifier(
    school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1", seed: 1)

  @Test func isTheSameInEveryRun() {
    #expect(identifier.description == "WZGY-EHH8")
  }

  @Test func differsByEachOfItsParts() {
    let others = [
      WorkbookIdentifier(
        school: "S-015", programme: "peer-tutoring-reading", wave: "2026-1", seed: 1),
      WorkbookIdentifier(
        school: "S-014", programme: "peer-tutoring-maths", wave: "2026-1", seed: 1),
      WorkbookIdentifier(
        school: "S-014", programme: "peer-tutoring-reading", wave: "2026-2", seed: 1),
      WorkbookIdentifier(
        school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1", seed: 2),
    ]
    #expect(Set(others + [identifier]).count == 5)
  }

  @Test(arguments: ["7F3A-22K9", "7f3a22k9", " 7F3A 22K9 ", "7f3a-22k9"])
  func isReadHoweverItWasTyped(text: String) {
    #expect(WorkbookIdentifier(text)?.description == "7F3A-22K9")
  }

  @Test func lettersThatLookLikeDigitsAreReadAsDigits() {
    let all = (1...2000).map {
      WorkbookIdentifier(school: "A", programme: "b", wave: "c", seed: $0).description
    }
    for text in all where text.contains("0") || text.contains("1") {
      let misread = text.replacing("0", with: "O").replacing("1", with: "l")
      #expect(WorkbookIdentifier(misread)?.description == text)
    }
  }

  @Test(arguments: ["", "7F3A", "7F3A-22K", "7F3A-22K9X", "7F3A-22KU", "not one"])
  func anythingElseIsNone(text: String) {
    #expect(WorkbookIdentifier(text) == nil)
  }

  @Test func everyWrongCharacterIsFound() {
    let right = Array("7F3A22K9")
    for place in right.indices {
      for character in alphabet where character != right[place] {
        var wrong = right
        wrong[place] = character
        #expect(WorkbookIdentifier(String(wrong)) == nil)
      }
    }
  }

  @Test func everyTwoThatChangedPlacesAreFound() {
    let right = Array("7F3A2CK9")
    let valid = alphabet.lazy.compactMap { check in
      WorkbookIdentifier(String(right.dropLast() + [check]))
    }.first
    let characters = Array((valid?.description ?? "").filter { $0 != "-" })
    #expect(characters.count == 8)
    for one in characters.indices {
      for other in characters.indices where characters[one] != characters[other] {
        var wrong = characters
        wrong.swapAt(one, other)
        #expect(WorkbookIdentifier(String(wrong)) == nil)
      }
    }
  }
}
