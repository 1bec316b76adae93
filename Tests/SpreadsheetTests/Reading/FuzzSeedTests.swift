import Cells
import Foundation
import Testing

@testable import Spreadsheet

/// Each seed is what its reader reads or refuses for its own reason, so that fuzzing starts deep.
///
/// With `FUZZ_SEEDS` set to a folder, the seeds are written there.
struct FuzzSeedTests {
  @Test func everyReaderHasSeeds() throws {
    #expect(
      FuzzSeeds.all.keys.sorted() == [
        "lock", "mail", "opendocument", "outlook", "package", "sheet", "strings",
      ])
    for (reader, seeds) in FuzzSeeds.all {
      #expect(!seeds.isEmpty, "\(reader)")
      for (name, seed) in seeds { #expect(!seed.isEmpty, "\(reader) \(name)") }
    }
    guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return }
    try write(to: URL(filePath: folder))
  }

  private func write(to folder: URL) throws {
    for (reader, seeds) in FuzzSeeds.all {
      let place = folder.appending(path: reader)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (name, seed) in seeds { try Data(seed).write(to: place.appending(path: "seed-\(name)")) }
    }
  }

  @Test(
    arguments: [
      ("plain", nil), ("bare", "W182"), ("trailing", "W180"), ("opendocument", nil),
      ("zip", "W122"),
    ] as [(String, String?)])
  func packagesAreRead(name: String, code: String?) throws {
    let seed = try #require(FuzzSeeds.all["package"]?[name])
    do throws(SpreadsheetError) {
      let workbook = try readWorkbook(seed)
      #expect(workbook.sheets.contains { !$0.cells.isEmpty })
      #expect(code == nil || workbook.notes.contains { $0.code == code }, "\(workbook.notes)")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test(arguments: [("full", 12), ("prefixed", 1), ("choice", 1)])
  func sheetsAreRead(name: String, count: Int) throws {
    let seed = try #require(FuzzSeeds.all["sheet"]?[name])
    var reader = SheetReader(
      strings: ["one", "two"], formats: [], countsDatesFrom1904: false, cellLimit: 100,
      expected: 0)
    try XMLParser().read(seed, part: "sheet", .standard, with: &reader)
    #expect(reader.orderedCells().count == count)
  }

  @Test(arguments: ["mail", "outlook"]) func mailsHoldWorkbooks(reader: String) throws {
    for (name, seed) in try #require(FuzzSeeds.all[reader]) {
      let read = readReturn(named: "mail", seed).contains { $0.code == nil }
      #expect(read, "\(name)")
    }
  }

  @Test func locksAreOpenedAsFarAsTheirPassword() throws {
    for (name, seed) in try #require(FuzzSeeds.all["lock"]) where name != "opened" {
      #expect(throws: SpreadsheetError.passwordNeeded, "\(name)") {
        try unlocked(seed, passwords: [])
      }
    }
  }

  @Test func oneLockOpensWithThePasswordOfFuzzing() throws {
    let seed = try #require(FuzzSeeds.all["lock"]?["opened"])
    let workbook = try readWorkbook(unlocked(seed, passwords: [FuzzSeeds.password]))
    #expect(workbook.sheets.contains { !$0.cells.isEmpty })
    #expect(throws: SpreadsheetError.passwordNeeded) { try unlocked(seed, passwords: []) }
  }
}
