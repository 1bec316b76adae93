import Cells
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct GraftRulesTests {
  /// A workbook with parts changed as text.
  private func package(
    _ edits: [(part: String, old: String, new: String)], adding added: [String: String] = [:]
  ) throws -> [UInt8] {
    let container = try Container(writeWorkbook(.small))
    var changes = ContainerChanges(to: container)
    for edit in edits {
      let text = try String(decoding: changes.contents(of: edit.part), as: UTF8.self)
      #expect(text.contains(edit.old))
      try changes.set(Array(text.replacing(edit.old, with: edit.new).utf8), of: edit.part)
    }
    for (name, text) in added.sorted(by: { $0.key < $1.key }) {
      try changes.set(Array(text.utf8), of: name)
    }
    return try changes.package()
  }

  private func relationship(_ kind: String, _ target: String) -> String {
    "<Relationship Id=\"rIdX\" Type=\"\(OfficeFamily.transitional.relationships)/\(kind)\""
      + " Target=\"\(target)\"/></Relationships>"
  }

  private let bookRelationships = "xl/_rels/workbook.xml.rels"

  @Test func takesAnotherNameBesideTheirsAndLeavesTheirsAlone() throws {
    let theirs = try package([("xl/workbook.xml", "name=\"_kit\"", "name=\"RESULTS\"")])
    let once = try graft(.results, into: theirs, stamp: .results)
    #expect(once.sheetName == "Results (2)")
    #expect(once.remarks == [])
    let twice = try graft(.results, into: once.bytes, stamp: .results)
    #expect(twice.bytes == once.bytes)
    #expect(
      try readWorkbook(twice.bytes).sheets.map(\.name)
        == ["Pupils", "Lists we use", "RESULTS", "Results (2)"])
  }

  @Test func findsItsSheetByTextOnceAProgramHasRenamedEverything() throws {
    let once = try graft(.results, into: writeWorkbook(.small), stamp: .results).bytes
    let container = try Container(once)
    var changes = ContainerChanges(to: container)
    for part in ["xl/workbook.xml", bookRelationships] {
      let text = try String(decoding: container.contents(of: part), as: UTF8.self)
        .replacing("rIdWhatworkedResults", with: "rId77")
      try changes.set(Array(text.utf8), of: part)
    }
    let again = try graft(.results, into: changes.package(), stamp: .results)
    #expect(again.remarks == [.replacedEarlierSheet])
    #expect(try readWorkbook(again.bytes).sheets.count == 4)
    #expect(try packageFaults(in: again.bytes) == [])
  }

  @Test func bothOfOurSheetsLiveBesideEachOther() throws {
    var mend = SheetPlan(
      name: "To put right",
      cells: [
        WrittenCell("A1", .text("1. See Pupils"), .link),
        WrittenCell("A2", .text("whatworked-to-put-right")),
      ])
    let target = CellAddress(sheet: "Pupils", reference: CellReference(written: "B2"))
    mend.links = [CellReference(written: "A1"): target]
    let one = try graft(.results, into: writeWorkbook(.small), stamp: .results).bytes
    let both = try graft(mend, into: one, stamp: .toPutRight).bytes
    #expect(try graft(mend, into: both, stamp: .toPutRight).bytes == both)
    let again = try graft(.results, into: both, stamp: .results)
    #expect(again.remarks == [.replacedEarlierSheet])
    #expect(try packageFaults(in: again.bytes) == [])
    #expect(
      try readWorkbook(again.bytes).sheets.map(\.name).suffix(2) == ["Results", "To put right"])
  }

  @Test func refusesASheetThatCouldNotBeFoundAgain() throws {
    let package = try writeWorkbook(.small)
    #expect(throws: GraftError.stampMissing("whatworked-to-put-right")) {
      try graft(.results, into: package, stamp: .toPutRight)
    }
  }

  @Test func refusesASharedWorkbook() throws {
    let shared = try package([
      (bookRelationships, "</Relationships>", relationship("revisionHeaders", "revisions/h.xml"))
    ])
    #expect(throws: GraftError.shared) { try graft(.results, into: shared, stamp: .results) }
  }

  @Test func refusesATemplate() throws {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
    let template = try package([
      (
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml"
          + ".sheet.main+xml", type
      )
    ])
    #expect(throws: GraftError.notAWorkbook(contentType: type)) {
      try graft(.results, into: template, stamp: .results)
    }
  }

  @Test func notesALockedStructureAndKeepsIt() throws {
    let locked = try package([
      ("xl/workbook.xml", "<bookViews>", "<workbookProtection lockStructure=\"1\"/><bookViews>")
    ])
    let result = try graft(.results, into: locked, stamp: .results)
    #expect(result.remarks == [.structureWasLocked])
    let book = try Container(result.bytes).contents(of: "xl/workbook.xml")
    #expect(String(decoding: book, as: UTF8.self).contains("lockStructure=\"1\""))
  }

  /// A list that named cells of our old sheet would make Excel repair the file.
  @Test func dropsTheOrderOfCalculationOnlyWhereItNamesOurSheet() throws {
    for (sheet, isDropped) in [(4, true), (1, false)] {
      let once = try graft(.results, into: writeWorkbook(.small), stamp: .results).bytes
      let container = try Container(once)
      var changes = ContainerChanges(to: container)
      let text = try String(decoding: container.contents(of: bookRelationships), as: UTF8.self)
      try changes.set(
        Array(
          text.replacing(
            "</Relationships>", with: relationship("calcChain", "calcChain.xml")
          ).utf8), of: bookRelationships)
      let chain =
        "<calcChain xmlns=\"\(OfficeFamily.transitional.main)\"><c r=\"A3\" i=\"\(sheet)\"/>"
        + "</calcChain>"
      try changes.set(Array(chain.utf8), of: "xl/calcChain.xml")
      let again = try graft(.results, into: changes.package(), stamp: .results)
      #expect(again.remarks.contains(.droppedCalculationOrder) == isDropped)
      #expect(try (Container(again.bytes).index(of: "xl/calcChain.xml") == nil) == isDropped)
    }
  }

  @Test func countsDaysAsTheWorkbookDoes() throws {
    let book = try package([("xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ")])
    let read = try readWorkbook(graft(.results, into: book, stamp: .results).bytes)
    let cell = try #require(read.sheet(named: "Results")?[CellReference(written: "A5")])
    guard case .number(let serial) = cell.value else {
      Issue.record("no number: \(cell.value)")
      return
    }
    #expect(ExcelDate(serial: serial, countsFrom1904: true)?.iso == "2026-07-10")
    #expect(cell.showsDate)
  }
}
