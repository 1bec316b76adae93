import Cells
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct StripMetadataTests {
  @Test func takesOutTheNameAndKeepsOurOwnProperty() throws {
    let stripped = try stripMetadata(of: writeWorkbook(.small))
    #expect(stripped.removed == [.property("creator"), .property("lastModifiedBy")])
    let core = try Container(stripped.bytes).contents(of: "docProps/core.xml")
    #expect(!String(decoding: core, as: UTF8.self).contains("A hub"))
    #expect(
      try readWorkbook(stripped.bytes).customProperties == ["whatworkedWorkbook": "7F3A-22K9"])
    #expect(try stripMetadata(of: stripped.bytes).removed == [])
  }

  @Test(
    .enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"),
    arguments: SharedFolder.editableWorkbooks)
  func leavesNoTraceInRealFiles(file: String) throws {
    let before = try [UInt8](SharedFolder.data("workbooks/" + file))
    let stripped = try stripMetadata(of: before)
    #expect(
      try stripMetadata(of: stripped.bytes)
        == StrippedPackage(
          bytes: stripped.bytes, removed: []))
    #expect(try packageFaults(in: stripped.bytes).subtracting(packageFaults(in: before)) == [])
    if let old = try? readWorkbook(before) {
      #expect(try readWorkbook(stripped.bytes).sheets == old.sheets)
    }
    let container = try Container(stripped.bytes)
    for entry in container.package.entries where entry.name.hasSuffix(".xml") {
      let text = try String(
        decoding: container.contents(of: entry.name).filter { $0 != 0 }, as: UTF8.self)
      #expect(!text.contains("absPath "), "\(entry.name)")
      #expect(!entry.name.contains("printerSettings"))
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func namesWhatItTookOut() throws {
    let file = try [UInt8](SharedFolder.data("workbooks/ClosedXML__WorkbookWithExternalLink.xlsx"))
    let removed = try stripMetadata(of: file).removed
    #expect(removed.contains(.property("creator")))
  }
}
