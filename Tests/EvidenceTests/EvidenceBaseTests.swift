import Evidence
import Foundation
import StudyModel
import Testing

private func withBase(_ body: (EvidenceBase) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(EvidenceBase(at: folder.appending(path: "base.sqlite")))
}

@Test func addingTheSameStudyTwiceChangesNothing() throws {
  let entry = ExampleEntry.entry("S-001", [ExampleEntry.effect(0.2)])
  try withBase { (base) throws in
    #expect(try base.add(entry) == .added)
    #expect(try base.add(entry) == .unchanged)
    #expect(try base.entries() == [entry])
  }
}

@Test func aNewerReturnTakesThePlaceOfTheOlder() throws {
  let newer = ExampleEntry.entry("S-001", [ExampleEntry.effect(0.3)], hash: "b")
  try withBase { (base) throws in
    try base.add(ExampleEntry.entry("S-001", [ExampleEntry.effect(0.2)]))
    #expect(try base.add(newer) == .replaced)
    #expect(try base.entries() == [newer])
  }
}

@Test func studiesComeInTheOrderOfTheirNames() throws {
  try withBase { (base) throws in
    for school in ["S-003", "S-001", "S-002"] {
      try base.add(ExampleEntry.entry(school, [ExampleEntry.effect(0.2)]))
    }
    #expect(try base.entries().map(\.identity.school) == ["S-001", "S-002", "S-003"])
  }
}

@Test func anEvidenceFileIsTheSameInAnyOrder() throws {
  let entries = ["S-003", "S-001", "S-002"].map {
    ExampleEntry.entry($0, [ExampleEntry.effect(0.2)])
  }
  let text = try EvidenceFile.text(entries)
  #expect(try EvidenceFile.text(entries.reversed()) == text)
  #expect(Set(try EvidenceFile.entries(in: text)) == Set(entries))
}

@Test func aLineThatIsNoEntryIsNamed() {
  let error = #expect(throws: EvidenceFileError.self) {
    try EvidenceFile.entries(in: "\n{\"a\":1}\n")
  }
  #expect(error?.line == 2)
}
