import Testing

@testable import Spreadsheet

/// The checker of edited packages sees the faults that it is there to see.
@Suite struct PackageFaultsTests {
  /// A grafted workbook with one text of one part replaced.
  private func faults(
    replacing old: String, with new: String, in part: String
  ) throws -> Set<String> {
    let package = try graft(.results, into: writeWorkbook(.small), stamp: .results).bytes
    #expect(try SpreadsheetTests.faults(in: package) == [])
    let container = try Container(package)
    var changes = ContainerChanges(to: container)
    let text = try String(decoding: container.contents(of: part), as: UTF8.self)
    #expect(text.contains(old))
    try changes.set(Array(text.replacing(old, with: new).utf8), of: part)
    return try SpreadsheetTests.faults(in: changes.package())
  }

  @Test(arguments: [
    ("xl/worksheets/sheet4.xml", "s=\"7\"", "s=\"80\"", "style 80"),
    ("xl/worksheets/sheet4.xml", "dxfId=\"1\"", "dxfId=\"9\"", "dxfId 9"),
    ("xl/worksheets/sheet4.xml", "<drawing r:id=\"rId1\"", "<drawing r:id=\"rId7\"", "rId7"),
    ("xl/worksheets/sheet1.xml", "tabSelected=\"0\"", "tabSelected=\"1\"", "2 sheets selected"),
    ("xl/workbook.xml", "activeTab=\"3\"", "activeTab=\"4\"", "activeTab 4"),
    ("xl/workbook.xml", "sheetId=\"4\"", "sheetId=\"1\"", "sheetId twice"),
    ("xl/workbook.xml", "name=\"Results\"", "name=\"PUPILS\"", "sheet name twice"),
    ("xl/workbook.xml", "localSheetId=\"3\"", "localSheetId=\"7\"", "localSheetId 7"),
    ("xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet4.xml", "/xl/sheet9.xml", "nothing at"),
    ("[Content_Types].xml", "/xl/charts/chart1.xml", "/xl/charts/chart9.xml", "is not there"),
    ("xl/styles.xml", "<cellXfs count=\"", "<cellXfs count=\"1", "count of cellXfs"),
  ])
  func seesFaults(part: String, old: String, new: String, fault: String) throws {
    let found = try faults(replacing: old, with: new, in: part)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }
}
