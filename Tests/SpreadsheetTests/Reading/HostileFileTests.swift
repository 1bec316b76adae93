import Cells
import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Every hostile, broken or disguised file of the shared folder ends as its manifest says.
@Suite(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
struct HostileFileTests {
  @Test func endsEveryHostileFileAsItsManifestSays() throws {
    let folder = try unpacked()
    defer { try? FileManager.default.removeItem(at: folder) }
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: SharedFolder.data("hostile/manifest.json"))
    let codes = try HostileCodes.read()
    var ended = 0
    for file in manifest.files where file.class != "filesystem" {
      let data = try Data(contentsOf: folder.appending(path: file.file))
      let start = ContinuousClock.now
      let files = readReturn(named: file.file, [UInt8](data))
      let seconds = ContinuousClock.now - start
      #expect(seconds < .seconds(20), "\(file.file) took \(seconds)")
      expect(files, toEndAs: file, codes)
      ended += 1
    }
    print("\(ended) hostile files")
    #expect(ended == 112)
  }

  private func unpacked() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let archive = SharedFolder.folder.appending(path: "hostile/files.tar.gz")
    process.arguments = ["tar", "-xzf", archive.path, "-C", folder.path]
    try process.run()
    process.waitUntilExit()
    return folder
  }

  private func expect(_ files: [ReturnedFile], toEndAs file: Manifest.File, _ codes: HostileCodes) {
    guard let last = files.last, files.count == 1 || file.file == "zip_of_xlsx.xlsx" else {
      Issue.record("\(file.file): \(files.count) results")
      return
    }
    let code = codes.code(of: file.file)
    switch last.outcome {
    case .workbook(let workbook, _):
      #expect(file.outcome != "skip", "\(file.file) was read")
      #expect(
        file.outcome.hasPrefix("read") || codes.readAllTheSame.contains(file.file),
        "\(file.file) was read")
      let noted = workbook.notes.contains { $0.code == code }
      #expect(noted == (code != nil), "\(file.file): \(workbook.notes)")
      #expect(workbook.sheets.contains { !$0.cells.isEmpty }, "\(file.file) is empty")
    case .refused(let error, _):
      #expect(file.outcome == "refuse", "\(file.file): \(error.message)")
      #expect(error.code == code, "\(file.file): \(error.message)")
      #expect(!error.message.isEmpty && !error.help.isEmpty)
    case .passedOver:
      #expect(file.outcome == "skip", "\(file.file) was passed over")
      #expect(last.code == code, "\(file.file)")
    }
  }

  private struct Manifest: Decodable {
    var files: [File]

    struct File: Decodable {
      var file: String
      var `class`: String
      var outcome: String
    }
  }
}
