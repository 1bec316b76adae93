import Foundation
import Testing

@testable import Spreadsheet

@Suite struct AtomicFileTests {
  private func inFolder(_ test: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "atomic-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try test(folder)
  }

  @Test func replacesTheWholeFileAndLeavesNothingBeside() throws {
    try inFolder { folder in
      let path = folder + "/results.xlsx"
      try writeAtomically(Array("old and longer".utf8), to: path)
      try writeAtomically(Array("new".utf8), to: path)
      #expect(FileManager.default.contents(atPath: path) == Data("new".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["results.xlsx"])
    }
  }

  @Test func saysThatThereIsNoFolder() throws {
    try inFolder { folder in
      let path = folder + "/nowhere/results.xlsx"
      #expect(throws: FileWritingError.noSuchFolder(path)) { try writeAtomically([1], to: path) }
    }
  }

  @Test func leavesTheOldFileWhereTheNameIsAFolder() throws {
    try inFolder { folder in
      let path = folder + "/taken"
      try FileManager.default.createDirectory(
        atPath: path + "/inside", withIntermediateDirectories: true)
      #expect(throws: FileWritingError.self) { try writeAtomically([1], to: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
    }
  }

  @Test func writesFilesOfLongNames() throws {
    try inFolder { folder in
      let name = String(repeating: "é", count: 125) + ".xlsx"
      try writeAtomically([1, 2], to: folder + "/" + name)
      #expect(FileManager.default.contents(atPath: folder + "/" + name)?.count == 2)
    }
  }

  @Test func saysThatTheDiskIsFull() {
    let error = FileWritingError("out.xlsx", ENOSPC)
    #expect(error == .diskFull("out.xlsx"))
    #expect(error.message == "no room is left on the disk for ‘out.xlsx’")
  }
}
