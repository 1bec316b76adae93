import Foundation
import Programmes
import StudyModel
import TestSupport
import Testing

@Suite struct AssessmentTests {
  static let drawn = ["ta-small-group-number", "peer-tutoring-maths"]

  private func assessment(_ id: String) throws -> Assessment {
    try #require(try readAssessment(folder: ProgrammeTemplates.folder(of: id)))
  }

  @Test(arguments: drawn) func hasAsManyMarksAsTheProgrammeSays(id: String) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    let assessment = try assessment(id)
    #expect(Double(assessment.maximum) == programme.outcomes[0].maximum)
    #expect(assessment.title == programme.outcomes[0].test)
    #expect(assessment.forms.map(\.name) == ["A", "B"])
  }

  @Test(arguments: drawn) func bothFormsAskTheSameWithOtherNumbers(id: String) throws {
    let forms = try assessment(id).forms
    #expect(forms[0].items.map(\.topic) == forms[1].items.map(\.topic))
    let prompts = forms.flatMap(\.items).map(\.prompt)
    #expect(Set(prompts).count == prompts.count)
    #expect(prompts.allSatisfy { $0.contains("____") && !$0.contains("{") })
  }

  /// Sums are worked out again from what is printed.
  @Test(arguments: drawn) func answersAreRight(id: String) throws {
    var checked = 0
    for item in try assessment(id).forms.flatMap(\.items) {
      let sum = item.prompt.replacing("−", with: "-")
      if let match = sum.wholeMatch(of: /(-?\d+) ([+\-×÷]) (\d+) = ____/),
        let a = Int(match.1), let b = Int(match.3)
      {
        let expected = ["+": a + b, "-": a - b, "×": a * b][String(match.2)] ?? a / b
        #expect(item.answer.replacing("−", with: "-") == String(expected), "\(item.prompt)")
        checked += 1
      } else if let match = sum.wholeMatch(of: /(\d+) \+ ____ = (\d+)/),
        let a = Int(match.1), let b = Int(match.2)
      {
        #expect(item.answer == String(b - a))
        checked += 1
      } else if let match = sum.firstMatch(of: /Find x if (\d+)x \+ 3 = (\d+)/),
        let factor = Int(match.1), let total = Int(match.2), let x = Int(item.answer)
      {
        #expect(factor * x + 3 == total)
        checked += 1
      }
    }
    #expect(checked > 25)
  }

  @Test func theSameSeedDrawsTheSame() throws {
    let once = try assessment(Self.drawn[0])
    #expect(try assessment(Self.drawn[0]) == once)
    let folder = ProgrammeTemplates.folder(of: Self.drawn[0])
    let yaml = try String(
      contentsOf: folder.appending(path: "assessment.yaml"), encoding: .utf8)
    let other = try Programmes.assessment(yaml: yaml.replacing("seed: 20263", with: "seed: 1"))
    #expect(other.forms != once.forms)
  }

  @Test func theMarkSchemeHasEveryAnswer() throws {
    let assessment = try assessment(Self.drawn[0])
    let rows = assessment.markScheme.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == assessment.maximum + 1)
    #expect(assessment.text(of: assessment.forms[1]).contains("40. "))
    #expect(!assessment.text(of: assessment.forms[0]).contains("41. "))
  }

  @Test(arguments: [
    ("kind: double", "kind: duble", "\"duble\" is not a kind of item"),
    ("count: 1, first: [3, 28]", "count: 0, first: [3, 28]", "\"count\" must be from 1 to 50"),
    ("first: [12, 24]", "first: [24, 12]", "\"first\" must be two whole numbers"),
    ("first: [12, 24]", "first: [12, 12]", "the bounds leave too few different questions"),
    ("minutes: 30", "minuts: 30", "the assessment has no key \"minuts\""),
  ]) func faultsAreSaid(text: String, other: String, expected: String) throws {
    let folder = ProgrammeTemplates.folder(of: Self.drawn[0])
    let yaml = try String(
      contentsOf: folder.appending(path: "assessment.yaml"), encoding: .utf8
    ).replacing(text, with: other)
    #expect {
      try Programmes.assessment(yaml: yaml)
    } throws: { error in
      guard case .faults(let faults)? = error as? ProgrammeError else { return false }
      return faults.contains { $0.message.hasPrefix(expected) && $0.file == "assessment.yaml" }
    }
  }

  @Test func aProgrammeWithoutADrawnTestHasNone() throws {
    let folder = ProgrammeTemplates.folder(of: "peer-tutoring-reading")
    #expect(try readAssessment(folder: folder) == nil)
  }
}
