import Cells
import Foundation
import Spreadsheet
import Testing

/// What a school gets back is its own file, byte for byte, but for what must name our sheet.
@Suite struct UntouchedPartsTests {
  @Test func nothingElseInTheSchoolsFileIsChanged() throws {
    let workspace = try Workspace()
    _ = try workspace.run(
      "analyse", Workspace.samples.path, "-o", "out", "--quiet", "--templates",
      Workspace.templates)
    let toMend = ["S-009_peer-tutoring-reading.xlsx", "S-016_ta-small-group-number.xlsx"]
    var compared = 0
    for (name, data) in try workspace.contents("out/results") {
      let before = try Package(
        [UInt8](Data(contentsOf: Workspace.samples.appending(path: name))), limits: .standard)
      let after = try Package([UInt8](data), limits: .standard)
      compared += try compare(before, after, isMarked: toMend.contains(name))
      let sheets = try readWorkbook([UInt8](data)).sheets.map(\.name)
      #expect(sheets.last == (toMend.contains(name) ? "To put right" : "Results"))
    }
    #expect(compared > 100)
  }

  /// The parts that must name the new sheet.
  private static let naming: Set<String> = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
  ]

  /// Compares all parts but those; gives their number.
  ///
  /// One sheet, which was selected, no longer is; where something is to be put right, sheets have
  /// a conditional format more.
  private func compare(_ before: Package, _ after: Package, isMarked: Bool) throws -> Int {
    var compared = 0
    var deselected = 0
    for entry in before.entries where !entry.isFolder && !Self.naming.contains(entry.name) {
      compared += 1
      let old = try before.bytes(of: entry.name)
      var new = try after.bytes(of: entry.name)
      if old == new { continue }
      let text = String(decoding: old, as: UTF8.self)
      let plain = text.replacing(#/tabSelected="(1|true)"/#, with: "tabSelected=\"0\"")
      if plain != text { deselected += 1 }
      if isMarked {
        new = Array(String(decoding: new, as: UTF8.self).replacing(Self.marks, with: "").utf8)
      }
      #expect(Array(plain.utf8) == new, "\(entry.name)")
    }
    #expect(deselected <= 1)
    return compared
  }

  private static var marks: some RegexComponent {
    #/<conditionalFormatting sqref="[A-Z0-9 ]*"><cfRule type="expression" dxfId="\d+" priority="\d+"><formula>"?(&quot;)?whatworked[^/]*</formula></cfRule></conditionalFormatting>/#
  }
}
