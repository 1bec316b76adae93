import TestSupport
import Testing

@testable import Spreadsheet

/// The checker of edited packages sees the faults that it is there to see.
@Suite struct PackageFaultsTests {
  /// A grafted workbook with one text of one part replaced.
  private func faults(
    replacing old: String, with new: String, in part: String
  ) throws -> Set<String> {
    let package = try graft(.results, into: writeWorkbook(.small), stamp: .results).bytes
    #expect(try packageFaults(in: package) == [])
    let container = try Container(package)
    var changes = ContainerChanges(to: container)
    let text = try String(decoding: container.contents(of: part), as: UTF8.self)
    #expect(text.contains(old), "\(part)")
    try changes.set(Array(text.replacing(old, with: new).utf8), of: part)
    return try packageFaults(in: changes.package())
  }

  @Test(arguments: [
    ("xl/worksheets/sheet4.xml", "s=\"7\"", "s=\"80\"", "style 80"),
    ("xl/worksheets/sheet4.xml", "dxfId=\"1\"", "dxfId=\"9\"", "dxfId 9"),
    ("xl/worksheets/sheet4.xml", "<drawing r:id=\"rId1\"", "<drawing r:id=\"rId7\"", "rId7"),
    ("xl/worksheets/sheet4.xml", "r=\"A2\"", "r=\"A1\"", "A1 after A1"),
    ("xl/worksheets/sheet4.xml", "<row r=\"2\"", "<row r=\"1\"", "row 1 after row 1"),
    ("xl/worksheets/sheet4.xml", "r=\"B2\"", "r=\"B0\"", "cell reference B0"),
    ("xl/worksheets/sheet4.xml", "<v>0.03</v>", "<v>NaN</v>", "number NaN"),
    ("xl/worksheets/sheet4.xml", "</worksheet>", "</worksheets>", "not well-formed"),
    (
      "xl/worksheets/sheet4.xml", "workbookViewId=\"0\"", "workbookViewId=\"3\"", "workbookViewId 3"
    ),
    ("xl/worksheets/sheet4.xml", "<cols>", "<drawing/><cols>", "order of elements"),
    ("xl/worksheets/sheet1.xml", "tabSelected=\"0\"", "tabSelected=\"1\"", "2 sheets selected"),
    ("xl/worksheets/sheet1.xml", "t=\"s\"><v>0</v>", "t=\"s\"><v>99</v>", "shared string 99"),
    ("xl/drawings/drawing1.xml", "r:id=\"rId1\"", "r:id=\"rId5\"", "rId5"),
    ("xl/workbook.xml", "activeTab=\"3\"", "activeTab=\"4\"", "activeTab 4"),
    ("xl/workbook.xml", "activeTab=\"3\"", "activeTab=\"1\"", "sheet 3 selected, 1 active"),
    ("xl/workbook.xml", "sheetId=\"4\"", "sheetId=\"1\"", "sheetId twice"),
    ("xl/workbook.xml", "sheetId=\"4\"", "sheetId=\"70000\"", "sheetId out of range"),
    ("xl/workbook.xml", "name=\"Results\"", "name=\"PUPILS\"", "sheet name twice"),
    ("xl/workbook.xml", "name=\"Results\"", "name=\"a/b\"", "sheet name a/b"),
    ("xl/workbook.xml", "localSheetId=\"3\"", "localSheetId=\"7\"", "localSheetId 7"),
    ("xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet4.xml", "/xl/sheet9.xml", "nothing at"),
    ("xl/_rels/workbook.xml.rels", "rIdWhatworkedResults", "rId1", "an identifier twice"),
    ("[Content_Types].xml", "/xl/charts/chart1.xml", "/xl/charts/chart9.xml", "is not there"),
    ("[Content_Types].xml", "/xl/charts/chart1.xml", "/xl/styles.xml", "a content type twice"),
    ("[Content_Types].xml", "drawingml.chart+xml", "drawingml.picture+xml", "is a chart"),
    ("xl/styles.xml", "<cellXfs count=\"", "<cellXfs count=\"1", "count of cellXfs"),
    ("xl/styles.xml", "fontId=\"1\"", "fontId=\"91\"", "fontId 91"),
    ("xl/styles.xml", "numFmt numFmtId=\"164\"", "numFmt numFmtId=\"190\"", "numFmtId 164"),
  ])
  func seesFaults(part: String, old: String, new: String, fault: String) throws {
    let found = try faults(replacing: old, with: new, in: part)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test func seesAnOrderOfCalculationThatNamesNoFormula() throws {
    let container = try Container(writeWorkbook(.small))
    var changes = ContainerChanges(to: container)
    for (part, old, new) in [
      (
        "xl/_rels/workbook.xml.rels", "</Relationships>",
        "<Relationship Id=\"rIdX\" Type=\"\(OfficeFamily.transitional.relationships)/calcChain\""
          + " Target=\"calcChain.xml\"/></Relationships>"
      ),
      (
        "[Content_Types].xml", "</Types>",
        "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"application/"
          + "vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml\"/></Types>"
      ),
    ] {
      let text = try String(decoding: changes.contents(of: part), as: UTF8.self)
      try changes.set(Array(text.replacing(old, with: new).utf8), of: part)
    }
    let chain = { (cell: String) in
      Array(
        "<calcChain xmlns=\"\(OfficeFamily.transitional.main)\"><c r=\"\(cell)\" i=\"1\"/></calcChain>"
          .utf8)
    }
    var sound = changes
    try sound.set(chain("A3"), of: "xl/calcChain.xml")
    #expect(try packageFaults(in: sound.package()) == [])
    try changes.set(chain("A2"), of: "xl/calcChain.xml")
    #expect(
      try packageFaults(in: changes.package()) == ["the order of calculation names A2 of sheet 1"])
  }
}
