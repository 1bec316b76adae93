import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// Grafts a sheet into every workbook of a folder, for other programs to open.
///
/// `scripts/verify/grafts.py` names the folders: GRAFT_FROM and GRAFT_TO.
@Suite struct GraftForOthersTests {
  private static func folder(_ name: String) -> URL? {
    ProcessInfo.processInfo.environment[name].map { URL(filePath: $0) }
  }

  @Test(.enabled(if: folder("GRAFT_FROM") != nil, "no folder is named to graft from"))
  func graftsEveryWorkbookOfTheFolder() throws {
    let from = try #require(Self.folder("GRAFT_FROM"))
    let to = try #require(Self.folder("GRAFT_TO"))
    for name in try FileManager.default.contentsOfDirectory(atPath: from.path).sorted() {
      let before = try [UInt8](Data(contentsOf: from.appending(path: name)))
      do {
        let after = try graft(.results, into: before, stamp: .results)
        #expect(try packageFaults(in: after.bytes).subtracting(packageFaults(in: before)) == [])
        try Data(after.bytes).write(to: to.appending(path: name))
      } catch let error as GraftError {
        try Data(error.message.utf8).write(to: to.appending(path: name + ".reason.txt"))
      }
    }
  }
}
