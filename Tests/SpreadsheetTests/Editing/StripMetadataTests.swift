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
      #expect(try readWorkbook(stripped.bytes).sheets.map(\.cells) == old.sheets.map(\.cells))
    }
    let container = try Container(stripped.bytes)
    for entry in container.package.entries where entry.name.hasSuffix(".xml") {
      let text = try String(
        decoding: container.contents(of: entry.name).filter { $0 != 0 }, as: UTF8.self)
      #expect(!text.contains("absPath "), "\(entry.name)")
      let authors = text.matches(of: #/<(?:\w+:)?author>([^<]+)</#).map(\.output.1)
      #expect(authors.allSatisfy { $0.hasPrefix("tc=") }, "\(entry.name)")
      let persons = text.matches(of: #/<person [^>]*displayName="([^"]*)"/#).map(\.output.1)
      #expect(persons.allSatisfy { $0.hasPrefix("Person ") }, "\(entry.name)")
      #expect(!entry.name.contains("printerSettings"))
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func namesWhatItTookOut() throws {
    let file = try [UInt8](SharedFolder.data("workbooks/ClosedXML__WorkbookWithExternalLink.xlsx"))
    let removed = try stripMetadata(of: file).removed
    #expect(removed.contains(.property("creator")))
  }

  /// A workbook whose parts name a person everywhere that a part can.
  private func tellingWorkbook() throws -> [UInt8] {
    let family = OfficeFamily.transitional
    func relationships(_ all: [(kind: String, target: String, isOutside: Bool)]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all.enumerated().map { number, one in
          "<Relationship Id=\"rId\(number + 1)\" Type=\"\(family.relationshipType(one.kind))\""
            + " Target=\"\(one.target)\"\(one.isOutside ? " TargetMode=\"External\"" : "")/>"
        }.joined() + "</Relationships>"
    }
    var changes = ContainerChanges(to: try Container(writeWorkbook(.small)))
    func edit(_ part: String, _ old: String, _ new: String) throws {
      let text = try String(decoding: changes.contents(of: part), as: UTF8.self)
      #expect(text.contains(old))
      try changes.set(Array(text.replacing(old, with: new).utf8), of: part)
    }
    let start = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    try edit(
      "[Content_Types].xml", "</Types>",
      "<Override PartName=\"/xl/comments1.xml\" ContentType=\"\(start)comments+xml\"/>"
        + "<Override PartName=\"/xl/connections.xml\" ContentType=\"\(start)connections+xml\"/>"
        + "<Override PartName=\"/xl/persons/person.xml\" ContentType=\"application/"
        + "vnd.ms-excel.person+xml\"/></Types>")
    try edit(
      "xl/workbook.xml", "</workbook>",
      "<customWorkbookViews><customWorkbookView name=\"Ada Example - Personal View\" "
        + "guid=\"{1}\" windowWidth=\"1\" windowHeight=\"1\" activeSheetId=\"1\"/>"
        + "</customWorkbookViews></workbook>")
    try edit(
      "xl/_rels/workbook.xml.rels", "</Relationships>",
      "<Relationship Id=\"rIdP\" Type=\"http://schemas.microsoft.com/office/2017/10/"
        + "relationships/person\" Target=\"persons/person.xml\"/><Relationship Id=\"rIdC\" Type=\""
        + "\(family.relationshipType("connections"))\" Target=\"connections.xml\"/></Relationships>"
    )
    for (part, text) in [
      (
        "xl/comments1.xml",
        "<comments xmlns=\"\(family.main)\"><authors><author>Ada Example</author>"
          + "<author>tc={2}</author></authors><commentList><comment ref=\"A1\" authorId=\"0\">"
          + "<text><t>A word</t></text></comment></commentList></comments>"
      ),
      (
        "xl/connections.xml",
        "<connections xmlns=\"\(family.main)\"><connection id=\"1\" "
          + "odcFile=\"C:\\Users\\ada\\list.odc\" refreshedVersion=\"0\"/></connections>"
      ),
      (
        "xl/persons/person.xml",
        "<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/"
          + "threadedcomments\"><person displayName=\"Ada Example\" id=\"{3}\" "
          + "userId=\"S::ada@example.org\" providerId=\"AD\"/></personList>"
      ),
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        relationships([
          ("comments", "../comments1.xml", false),
          ("hyperlink", "file:///C:\\Users\\ada\\marks.xlsx", true),
          ("hyperlink", "https://example.org/a/b", true),
        ])
      ),
    ] { try changes.set(Array(text.utf8), of: part) }
    return try changes.package()
  }

  @Test func namesNobodyAndNoFolderAnywhere() throws {
    let before = try tellingWorkbook()
    #expect(try packageFaults(in: before) == [])
    let stripped = try stripMetadata(of: before)
    #expect(try packageFaults(in: stripped.bytes) == [])
    #expect(try stripMetadata(of: stripped.bytes).removed == [])
    #expect(
      try readWorkbook(stripped.bytes).sheets.map(\.cells)
        == readWorkbook(before).sheets.map(\.cells))
    let container = try Container(stripped.bytes)
    var all = ""
    for entry in container.package.entries {
      all += try String(decoding: container.contents(of: entry.name), as: UTF8.self)
    }
    for word in ["Ada", "ada@", "Users"] { #expect(!all.contains(word), Comment(rawValue: word)) }
    for kept in ["A word", "tc={2}", "marks.xlsx", "https://example.org/a/b", "Person 1"] {
      #expect(all.contains(kept), Comment(rawValue: kept))
    }
    #expect(
      stripped.removed == [
        .property("creator"), .property("lastModifiedBy"), .userName(part: "xl/workbook.xml"),
        .linkedFolder(part: "xl/worksheets/sheet1.xml"), .userName(part: "xl/comments1.xml"),
        .userName(part: "xl/persons/person.xml"), .linkedFolder(part: "xl/connections.xml"),
      ])
  }
}
