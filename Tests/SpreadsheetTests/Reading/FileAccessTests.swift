import Foundation
import Spreadsheet
import Testing

/// What a folder of returns may hold besides files.
struct FileAccessTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID())")

  private func path(_ name: String) -> FilePath {
    FilePath(folder.path).appending(Array(name.utf8))
  }

  @Test func opensNothingButRegularFiles() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "a.xlsx"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let links = [
      "loop1.xlsx": "loop2.xlsx", "loop2.xlsx": "loop1.xlsx", "dangling.xlsx": "nowhere.xlsx",
      "devzero.xlsx": "/dev/zero", "dirloop": ".", "outside.xlsx": "/etc/passwd",
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: name).path, withDestinationPath: target)
    }
    #expect(mkfifo(folder.appending(path: "fifo.xlsx").path, 0o600) == 0)
    for name in links.keys + ["a.xlsx", "fifo.xlsx", "absent.xlsx"] {
      #expect(throws: SpreadsheetError.notAWorkbook(.notAFile), "\(name)") {
        try readFile(at: path(name))
      }
    }
    let listed = files(inFolder: FilePath(folder.path)).map(\.lastName)
    #expect(listed == (links.keys + ["fifo.xlsx"]).sorted())
  }

  @Test func readsFilesWhateverTheirNames() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names: [[UInt8]] = [
      Array("new\nline.xlsx".utf8), Array("tab\tand\u{1B}[31mred.xlsx".utf8),
      Array("-rf.xlsx".utf8), Array("École 学校 😇.xlsx".utf8), Array("E\u{301}cole.xlsx".utf8),
      Array("École.xlsx".utf8), Array("\u{202E}gnp.xlsx".utf8),
      Array("latin1_".utf8) + [0xE9] + Array("cole.xlsx".utf8), Array("CON.xlsx".utf8),
      Array("a%2Fb;$(id)`x`.xlsx".utf8), Array(" lead.xlsx".utf8),
      [UInt8](repeating: 110, count: 250) + Array(".xlsx".utf8),
    ]
    for name in names { try write(name) }
    let found = files(inFolder: FilePath(folder.path))
    #expect(found.count == names.count)
    for file in found {
      #expect(try readFile(at: file) == [1, 2, 3], "\(file.printable)")
      #expect(!file.printable.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
    }
  }

  @Test func refusesAFileThatIsTooLargeBeforeReadingIt() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Array("large.xlsx".utf8))
    var limits = ReadingLimits.standard
    limits.fileBytes = 2
    #expect(throws: SpreadsheetError.overLimit(.fileBytes, part: nil, figure: 3, limit: 2)) {
      try readFile(at: path("large.xlsx"), limits: limits)
    }
  }

  /// Foundation cannot name a file whose name is not text.
  private func write(_ name: [UInt8]) throws {
    let path = FilePath(folder.path).appending(name).bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    _ = Foundation.write(descriptor, [1, 2, 3] as [UInt8], 3)
    close(descriptor)
  }
}
