import Cells
import Foundation
import Spreadsheet
import Testing

/// The workbook that goes back to a school, with the results or with what is to be put right.
@Suite struct ReturnedCopyTests {
  private let sample = "S-001_peer-tutoring-reading.xlsx"

  /// Analyses one file and gives the document about it and the workbook that goes back.
  private func analyse(
    _ file: SchoolsFile, named name: String = "school.xlsx", _ options: String...
  ) throws -> (document: Document, copy: SchoolsFile, messages: String) {
    let workspace = try Workspace()
    try workspace.write(file.bytes, to: "in/\(name)")
    let run = try workspace.run(
      ["analyse", "in", "-o", "out", "--json", "--templates", Workspace.templates] + options)
    let document = try Document(run.output)["files"][0]
    #expect(try workspace.bytes("in/\(name)") == file.bytes)
    let results = try #require(document["outputs"]["results"].text)
    return (document, SchoolsFile(try workspace.bytes(results)), run.messages)
  }

  @Test func theWorkbookOpensOnTheResults() throws {
    let copy = try analyse(SchoolsFile(sample: sample)).copy
    let names = try copy.sheetNames
    #expect(names.last == "Results")
    #expect(
      try copy.text(of: "xl/workbook.xml").contains("activeTab=\"\(names.count - 1)\""))
    let selected = try (1...names.count).filter {
      try copy.text(of: "xl/worksheets/sheet\($0).xml").contains("tabSelected=\"1\"")
    }
    #expect(selected.count == 1)
  }

  /// Each outcome, each of its tables and the notes begin on a page of their own.
  @Test(arguments: [
    ("S-001_peer-tutoring-reading.xlsx", 7), ("S-011_ta-small-group-number.xlsx", 4),
  ])
  func noTableIsBrokenWhereThePageEnds(name: String, count: Int) throws {
    let copy = try analyse(SchoolsFile(sample: name)).copy
    let part = try copy.text(of: "xl/worksheets/sheet\(copy.sheetNames.count).xml")
    #expect(part.contains("<rowBreaks count=\"\(count)\" manualBreakCount=\"\(count)\">"))
  }

  @Test func analysingTheCopyGivesTheSameBytes() throws {
    for name in [sample, "S-009_peer-tutoring-reading.xlsx"] {
      let once = try analyse(SchoolsFile(sample: name)).copy
      #expect(try analyse(once).copy.bytes == once.bytes)
    }
  }

  @Test func whatIsToBePutRightIsListedAndMarkedAndNotChanged() throws {
    let before = try SchoolsFile(sample: "S-009_peer-tutoring-reading.xlsx")
    let (document, copy, _) = try analyse(before)
    #expect(document["status"].text == "fix")
    let old = try readWorkbook(before.bytes)
    let new = try readWorkbook(copy.bytes)
    #expect(new.sheets.dropLast().map(\.cells) == old.sheets.map(\.cells))
    let list = try #require(new.sheets.last)
    #expect(list.name == "To put right")
    let words = list.cells.compactMap { located -> String? in
      guard case .text(let text) = located.cell.value else { return nil }
      return text
    }
    let asked = document["findings"].list.filter { $0["severity"].text != "note" }
    #expect(asked.count == 4)
    let marks = try copy.text(of: copy.pupilsPart())
    for finding in asked {
      let cell = try #require(finding["cell"].text)
      #expect(words.contains("Pupils!\(cell)"))
      let marked = marks.matches(of: /sqref="([^"]*)"/).map { $0.output.1.split(separator: " ") }
      #expect(marked.contains { $0.contains(cell[...]) }, "\(cell)")
    }
    let links = try copy.text(of: "xl/worksheets/sheet\(new.sheets.count).xml")
    #expect(links.matches(of: /<hyperlink [^>]*location="Pupils!/).count == asked.count)
  }

  /// The list goes once everything is right, with the marks; and comes back when it no longer is.
  @Test func oneOfOurSheetsTakesThePlaceOfTheOther() throws {
    let original = try SchoolsFile(sample: sample)
    let number = try #require(
      original.text(of: original.pupilsPart()).firstMatch(of: /<c r="F5"[^>]*><v>(\d+)<\/v>/))
    var wrong = try analyse(original).copy
    try wrong.type("99", into: "F5")
    var asked = try analyse(wrong).copy
    #expect(try asked.sheetNames.last == "To put right")
    #expect(try !asked.sheetNames.contains("Results"))
    try asked.type(String(number.output.1), into: "F5")
    let right = try analyse(asked).copy
    #expect(try right.sheetNames == original.sheetNames + ["Results"])
    let part = try original.pupilsPart()
    let unselected = { (text: String) in
      text.replacing(#/tabSelected="(1|true|0|false)"/#, with: "")
    }
    #expect(try unselected(right.text(of: part)) == unselected(original.text(of: part)))
    #expect(try analyse(right).copy.bytes == right.bytes)
  }

  @Test func aSignedWorkbookStaysAsItIsAndTheResultsGoBesideIt() throws {
    for name in [sample, "S-009_peer-tutoring-reading.xlsx"] {
      var signed = try SchoolsFile(sample: name)
      try signed.replace(
        "</Types>",
        with: "<Override PartName=\"/_xmlsignatures/sig1.xml\" ContentType=\"application/"
          + "vnd.openxmlformats-package.digital-signature-xmlsignature+xml\"/></Types>",
        in: "[Content_Types].xml")
      try signed.set("<Signature/>", of: "_xmlsignatures/sig1.xml")
      let (document, copy, _) = try analyse(signed)
      let note = try #require(
        document["findings"].list.first { $0["code"].text == "W196" }?["message"].text)
      #expect(note.contains("digitally signed"))
      let sheet = document["status"].text == "ready" ? "Results" : "To put right"
      #expect(try copy.sheetNames == [sheet])
      #expect(try !copy.text(of: "xl/worksheets/sheet1.xml").contains("Pupils!F5</f>"))
    }
  }

  @Test func anOpenDocumentStaysAsItIsAndTheResultsGoBesideIt() throws {
    let file = try SchoolsFile(sample: sample).openDocument()
    let (document, copy, _) = try analyse(file, named: "school.ods")
    let note = try #require(
      document["findings"].list.first { $0["code"].text == "W196" }?["message"].text)
    #expect(note.contains("OpenDocument"))
    #expect(document["outputs"]["results"].text?.hasSuffix("school.xlsx") == true)
    let sheet = document["status"].text == "ready" ? "Results" : "To put right"
    #expect(try copy.sheetNames == [sheet])
  }

  @Test func aWorkbookWithMacrosKeepsItsKind() throws {
    var macros = try SchoolsFile(sample: sample)
    try macros.replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      with: "application/vnd.ms-excel.sheet.macroEnabled.main+xml", in: "[Content_Types].xml")
    let document = try analyse(macros, named: "school.xlsm").document
    #expect(document["outputs"]["results"].text?.hasSuffix("school.xlsm") == true)
  }

  @Test func namesFoldersAndPrintersStayUnlessTheyAreNotWanted() throws {
    let before = try SchoolsFile(sample: sample)
    #expect(try analyse(before).document["removed"].list.isEmpty)
    var named = before
    let core = try named.text(of: "docProps/core.xml")
    try named.set(
      core.replacing(
        "</cp:coreProperties>",
        with: "<cp:lastModifiedBy>Ada Example</cp:lastModifiedBy></cp:coreProperties>"),
      of: "docProps/core.xml")
    #expect(try analyse(named).copy.text(of: "docProps/core.xml").contains("Ada Example"))
    let (document, copy, messages) = try analyse(named, "--strip-metadata")
    #expect(document["removed"].list.contains { $0.text == "property lastModifiedBy" })
    #expect(messages.contains("taken out of the copy: "))
    #expect(!messages.contains("Ada"))
    #expect(try !copy.text(of: "docProps/core.xml").contains("Ada Example"))
  }
}
