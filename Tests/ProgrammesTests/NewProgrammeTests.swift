import Programmes
import StudyModel
import Testing

@Suite struct NewProgrammeTests {
  @Test func isRightFromTheStart() throws {
    let files = newProgramme(id: "paired-writing")
    let names = Set(files.map(\.name))
    let yaml = try #require(files.first { $0.name == "programme.yaml" }).text
    let programme = try programme(yaml: yaml, folderName: "paired-writing", hasText: names.contains)
    #expect(programme.title == "Paired writing")
    #expect(programme.designs.first == .randomised)
    #expect(yaml.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(yaml.contains("# "))
  }

  @Test(arguments: ["a", "paired-writing", "year-5-2"]) func knowsAnID(text: String) {
    #expect(isProgrammeID(text))
  }

  @Test(arguments: ["", "Paired", "a b", "a_b", "-a", "a-", "../a", "é"])
  func knowsWhatIsNoID(text: String) {
    #expect(!isProgrammeID(text))
  }
}
