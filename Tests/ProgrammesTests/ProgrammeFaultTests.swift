import Programmes
import TestSupport
import Testing

@Suite struct ProgrammeFaultTests {
  /// What is replaced, by what, and the fault that must be found, `line:column: message`.
  static let examples: [(String, String, String)] = [
    ("outcomes:", "outcome:", "14:1: the programme has no key \"outcome\""),
    ("phase: primary", "phase: primry", "5:8: \"primry\" is not a phase"),
    ("area: efficacy", "area: eficacy", "6:7: \"eficacy\" is not an area of evidence"),
    ("cluster, matched", "cluster, mached", "13:20: \"mached\" is not a design"),
    ("maximum: 20}", "maximum: twenty}", "15:62: \"maximum\" must be a number"),
    (
      "minimum: -5, maximum: 30", "minimum: 30, maximum: 30",
      "16:67: the highest mark (30) must be above the lowest (30)"
    ),
    ("id: number,", "id: reading,", "16:10: the outcome \"reading\" is there twice"),
    ("kind: decimal", "kind: decimals", "19:50: \"decimals\" is not a kind of question"),
    ("maximum: 25.5}", "maximum: 25.5, choices: []}", "19:95: a question of the kind decimal"),
    ("file: guidance.md", "file: guide.md", "39:27: the file \"guide.md\" is not there"),
    ("file: guidance.md", "file: ../guidance.md", "39:27: \"../guidance.md\" must be the name"),
    ("compliance-threshold: 40", "compliance-threshold: 60", "34:76: \"compliance-threshold\""),
    ("code: random", "code: by-chance", "30:16: \"by-chance\" is not a way of choosing pupils"),
    ("Date of last test", "First days", "24:29: the label is too much like the one in line 23"),
    ("id: breakfast-club", "id: lunch-club", "1:5: the id is \"lunch-club\""),
    ("id: class,", "id: group,", "18:10: every workbook has the column \"group\" already"),
    ("version: \"1.0\"\n", "", "1:1: the programme lacks the key \"version\""),
    ("title: Breakfast club", "title: [a, b]", "3:8: \"title\" must be text"),
  ]

  @Test(arguments: examples) func findsTheFaultAtItsPlace(
    text: String, other: String, expected: String
  ) throws {
    let yaml = ExampleProgramme.yaml(replacing: text, with: other)
    #expect(yaml != ExampleProgramme.yaml)
    let faults = faults(in: yaml)
    let found = faults.map { "\($0.line):\($0.column): \($0.message)" }
    #expect(found.contains { $0.hasPrefix(expected) }, "found \(found)")
  }

  @Test func suggestsTheNearMiss() {
    let yaml = ExampleProgramme.yaml(replacing: "outcomes:", with: "outcome:")
    #expect(faults(in: yaml).contains { $0.suggestion == "did you mean \"outcomes\"?" })
  }

  @Test func findsAllFaultsAtOnce() {
    let yaml = ExampleProgramme.yaml
      .replacing("phase: primary", with: "phase: infant")
      .replacing("code: absent", with: "code: Not Here")
      .replacing("kind: date,", with: "kind: day,")
    let lines = faults(in: yaml).map(\.line)
    expectNoDifference(lines, [5, 21, 23, 23, 24, 24])
  }

  @Test func aFaultOfTheFileItselfHasAPlaceToo() {
    let yaml = ExampleProgramme.yaml(replacing: "title: Breakfast", with: "title: Club: Breakfast")
    let faults = faults(in: yaml)
    #expect(faults.map(\.line) == [3])
    #expect(faults.first?.suggestion?.contains("quotation marks") == true)
    let twice = self.faults(in: ExampleProgramme.yaml + "\nversion: \"2.0\"")
    #expect(twice.map(\.message) == ["the key \"version\" is there twice"])
  }

  @Test func anEmptyFileIsSaidToBeEmpty() {
    #expect(faults(in: "").map(\.message) == ["the file is empty"])
    #expect(faults(in: "- a\n- b").map(\.message).first?.contains("table") == true)
  }

  private func faults(in yaml: String) -> [ProgrammeFault] {
    do {
      _ = try programme(yaml: yaml, folderName: "breakfast-club") { $0 == "guidance.md" }
      return []
    } catch {
      guard case .faults(let faults) = error else { return [] }
      return faults
    }
  }
}
