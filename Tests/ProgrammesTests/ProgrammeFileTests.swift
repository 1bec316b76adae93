import Foundation
import Programmes
import StudyModel
import TestSupport
import Testing

@Suite struct ProgrammeFileTests {
  @Test(arguments: ProgrammeTemplates.ids) func everyProgrammeThatShipsCanBeRead(
    id: String
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    #expect(programme.id == id)
    #expect((7...12).contains(programme.schoolQuestions.count))
    #expect(programme.texts.contains { $0.file == "guidance.md" })
    for prompt in ["tacit-added", "tacit-obstacle", "tacit-advice", "tacit-exceptions"] {
      #expect(programme.implementationQuestions.contains { $0.id == prompt })
    }
  }

  @Test func listsTheProgrammesThatShip() throws {
    let listed = try listProgrammes(in: ProgrammeTemplates.folder).map(\.lastPathComponent)
    expectNoDifference(listed, ProgrammeTemplates.ids)
    #expect(listed.contains("peer-tutoring-reading"))
    #expect(listed.contains("ta-small-group-number"))
  }

  @Test func aThirdProgrammeNeedsNoSwift() throws {
    let templates = FileManager.default.temporaryDirectory.appending(
      path: "programme-\(UUID().uuidString)")
    let folder = templates.appending(path: "breakfast-club")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: templates) }
    try Data(ExampleProgramme.yaml.utf8).write(to: folder.appending(path: "programme.yaml"))
    try Data("# How to".utf8).write(to: folder.appending(path: "guidance.md"))
    let found = try listProgrammes(in: templates)
    #expect(found.map(\.lastPathComponent) == ["breakfast-club"])
    let programme = try readProgramme(folder: found[0])
    #expect(programme.title == "Breakfast club")
    #expect(programme.outcomes.map(\.id) == ["reading", "number"])
    #expect(programme.pupilFields[1].kind == .decimal(0...25.5))
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-programme")
    #expect(throws: ProgrammeError.folderMissing("no-such-programme")) {
      try readProgramme(folder: folder)
    }
    #expect(throws: ProgrammeError.definitionMissing(folder: "Templates")) {
      try readProgramme(folder: ProgrammeTemplates.folder)
    }
  }
}
