import Testing

@testable import Spreadsheet

struct PartNameTests {
  /// What a relationship of `xl/workbook.xml` writes, and the part that it means.
  static let targets: [(written: String, part: String?)] = [
    ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("Worksheets/Sheet1.XML", "xl/Worksheets/Sheet1.XML"),
    ("./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("../docProps/app.xml", "docProps/app.xml"),
    ("/xl/../docProps/app.xml", "docProps/app.xml"),
    ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("\\xl\\worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("worksheets//sheet1.xml", "xl/worksheets/sheet1.xml"),
    ("worksheets/sheet1.xml#A1", "xl/worksheets/sheet1.xml"),
    ("worksheets/sheet%31.xml", "xl/worksheets/sheet1.xml"),
    ("/xl/_rels/.rels", "xl/_rels/.rels"),
    ("schüler.xml", "xl/schüler.xml"),
    ("worksheets/", "xl/worksheets"),
    ("../../outside.xml", nil),
    ("/", nil),
    ("/../outside.xml", nil),
  ]

  @Test(arguments: targets)
  func leadsToThePart(written: String, part: String?) {
    let workbook = PartName(target: "/xl/workbook.xml", from: nil)
    let name = PartName(target: written, from: workbook)
    #expect(name?.path == part)
    #expect(name?.key == part?.lowercased())
  }

  /// A way round through a folder that is left again means the same part, and goes the long way.
  @Test(arguments: targets.compactMap { target in target.part.map { (target.written, $0) } })
  func shortAndLongWayAgree(written: String, part: String) {
    let short = PartName(target: "/" + part, from: nil)
    let long = PartName(target: "/gone/../" + part, from: nil)
    #expect(short == long)
    #expect(short?.path == part)
  }
}
