import Cells
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct HighlightCellsTests {
  private let fix = Highlight(fill: 0xF46A25, isBold: true)

  private func cells(_ places: String...) -> [CellAddress] {
    places.map { CellAddress(sheet: "Pupils", reference: CellReference(written: $0)) }
  }

  @Test func marksCellsAndLeavesTheirValues() throws {
    let before = try writeWorkbook(.small)
    let after = try highlight(cells("B2", "A7"), as: fix, in: before).bytes
    #expect(try readWorkbook(after).sheets == readWorkbook(before).sheets)
    #expect(try packageFaults(in: after) == [])
    let sheet = try Container(after).contents(of: "xl/worksheets/sheet1.xml")
    #expect(String(decoding: sheet, as: UTF8.self).contains("sqref=\"B2 A7\""))
  }

  @Test func marksInsteadOfWhatWasMarkedBefore() throws {
    let before = try writeWorkbook(.small)
    let first = try highlight(cells("B2"), as: fix, in: before).bytes
    let second = try highlight(cells("A3"), as: fix, in: first).bytes
    #expect(try highlight(cells("A3"), as: fix, in: second).bytes == second)
    let part = try XMLPart(
      Container(second).contents(of: "xl/worksheets/sheet1.xml"), name: "sheet")
    let formats = part.elements.filter { $0.localName == "conditionalFormatting" }
    #expect(formats.compactMap { $0["sqref"] } == ["A2:A8", "A3"])
    let nothing = try highlight([], as: fix, in: second).bytes
    let old = try Container(before).contents(of: "xl/worksheets/sheet1.xml")
    #expect(try Container(nothing).contents(of: "xl/worksheets/sheet1.xml") == old)
  }

  @Test(
    .enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"),
    arguments: SharedFolder.editableWorkbooks)
  func marksCellsOfRealFiles(file: String) throws {
    let before = try [UInt8](SharedFolder.data("workbooks/" + file))
    guard let old = try? readWorkbook(before), let name = old.sheets.first?.name else { return }
    let place = CellAddress(sheet: name, reference: CellReference(written: "B2"))
    let after = try highlight([place], as: fix, in: before)
    #expect(try readWorkbook(after.bytes).sheets == old.sheets)
    #expect(try packageFaults(in: after.bytes).subtracting(packageFaults(in: before)) == [])
    #expect(after.remarks == [.withoutStyles] || after.bytes != before)
  }
}
