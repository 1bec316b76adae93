import Cells
import Testing

@testable import Spreadsheet

/// Texts that are looked for in parts, which come in pieces.
@Suite struct TextSearchTests {
  private func container(_ contents: [UInt8]) throws -> Container {
    let plan = WorkbookPlan(
      sheets: [SheetPlan(name: "One")],
      properties: DocumentProperties(created: .init(year: 2026, month: 7, day: 10)))
    var changes = ContainerChanges(to: try Container(writeWorkbook(plan)))
    try changes.set(contents, of: "xl/text.xml")
    return try Container(changes.package())
  }

  @Test(arguments: [0, 1, 65_520, 65_530, 65_535, 65_536, 131_065, 199_989])
  func findsATextWherePiecesMeet(place: Int) throws {
    var contents = [UInt8](repeating: UInt8(ascii: "w"), count: 200_000)
    #expect(try !container(contents).contains("whatworked!", in: "xl/text.xml"))
    contents.replaceSubrange(place..<place + 11, with: "whatworked!".utf8)
    #expect(try container(contents).contains("whatworked!", in: "xl/text.xml"))
  }

  @Test func findsATextOfTwoBytesEach() throws {
    for (mark, width) in [
      ([0xFF, 0xFE], CodeUnitWidth.twoLowFirst), ([0xFE, 0xFF], .twoHighFirst),
    ]
      as [([UInt8], CodeUnitWidth)]
    {
      let contents = mark + width.encoded("<t>whatworked</t>")
      #expect(try container(contents).contains("whatworked", in: "xl/text.xml"))
      #expect(try !container(contents).contains("Whatworked", in: "xl/text.xml"))
    }
  }
}
