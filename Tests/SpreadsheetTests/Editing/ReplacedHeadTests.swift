import Cells
import Testing

@testable import Spreadsheet

/// The first bytes of a large part, changed without inflating the rest.
@Suite struct ReplacedHeadTests {
  private let part = "xl/large.xml"

  /// A package that holds the contents as one of its parts.
  private func package(_ contents: [UInt8]) throws -> [UInt8] {
    let plan = WorkbookPlan(
      sheets: [SheetPlan(name: "One")],
      properties: DocumentProperties(created: .init(year: 2026, month: 7, day: 10)))
    var changes = ContainerChanges(to: try Container(writeWorkbook(plan)))
    try changes.set(contents, of: part)
    return try changes.package()
  }

  /// About as compressible as a sheet: digits that differ, in markup that does not.
  private func sheet(_ seed: UInt64, count: Int) -> [UInt8] {
    var state = seed &* 2 &+ 1
    var bytes = Array("<sheetView tabSelected=\"1\"/>".utf8)
    while bytes.count < count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += "<c r=\"A1\"><v>\(state >> 20)</v></c>".utf8
    }
    return bytes
  }

  private func expectChanged(_ contents: [UInt8], headCount: Int = 1 << 16) throws {
    let old = try package(contents)
    var head = Array(contents.prefix(headCount))
    let place = try #require(head.firstIndex(of: UInt8(ascii: "1")))
    head[place] = UInt8(ascii: "0")
    var changes = ContainerChanges(to: try Container(old))
    #expect(try changes.setHead(head, of: part))
    let expected = head + contents[head.count...]
    #expect(try changes.contents(of: part) == expected)
    let new = try changes.package()
    // Reading checks the size and the checksum, too.
    #expect(try Package(new).bytes(of: part) == expected)
    #expect(try packedSize(new) < packedSize(old) + 1 << 16)
  }

  private func packedSize(_ package: [UInt8]) throws -> UInt64 {
    try #require(try Package(package).entry(part)).packedSize
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func theRestIsAsItWas(seed: UInt64) throws {
    // The blocks that follow begin at another bit with every seed.
    let contents = sheet(seed, count: 2_000_000 + Int(seed))
    try expectChanged(contents)
    try expectChanged(contents, headCount: 25)
  }

  @Test func whatRepeatsTheBeginningStaysAsItWas() throws {
    let line = sheet(1, count: 20_000)
    try expectChanged(Array([[UInt8]](repeating: line, count: 300).joined()))
  }

  @Test func aSmallPartIsLeftToOthers() throws {
    let contents = sheet(1, count: 500_000)
    var changes = ContainerChanges(to: try Container(package(contents)))
    #expect(try !changes.setHead([UInt8(ascii: "-")] + contents[1..<100], of: part))
    #expect(try changes.contents(of: part) == contents)
  }

  /// One block of millions of bytes: nothing would be carried over.
  @Test func oneLongBlockIsLeftToOthers() throws {
    let contents = [UInt8](repeating: UInt8(ascii: "<"), count: 3_000_000)
    var changes = ContainerChanges(to: try Container(package(contents)))
    #expect(try !changes.setHead([UInt8(ascii: "-")], of: part))
    #expect(try changes.contents(of: part) == contents)
  }
}
