import Cells
import Spreadsheet
import Testing

/// What is wrong with a container is told apart, and what is only odd is read.
struct ContainerTests {
  private let good = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")

  private func code(_ bytes: [UInt8]) -> String? {
    do throws(SpreadsheetError) {
      _ = try readWorkbook(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private func package(adding names: String...) -> [UInt8] {
    var builder = PackageBuilder()
    for name in names { builder.add(name, [1, 2, 3]) }
    return builder.bytes
  }

  @Test func readsAWorkbookWithPaddingBehindItAndSaysSo() throws {
    #expect(code(good) == nil)
    #expect(try readWorkbook(good + [13, 10]).notes.map(\.code) == ["W180"])
    #expect(try readWorkbook(good + [UInt8](repeating: 0, count: 4_096)).notes.count == 1)
  }

  @Test func tellsWhatIsWrongWithAContainer() {
    #expect(code([]) == "W101")
    #expect(code(Array(good.dropLast(10))) == "W103")
    #expect(code(Array(good.prefix(good.count / 2))) == "W103")
    #expect(code([UInt8](repeating: 7, count: 512) + good) == "W144")
    #expect(code(package(adding: "a.xml", "A.XML")) == "W140")
    #expect(code(package(adding: "a.xml", "%61.xml")) == "W140")
    #expect(code(package(adding: "x/a.xml", "x\\a.xml")) == "W140")
    for name in ["../a", "x/../../a", "/etc/passwd", "C:\\a", "a\0b", "\n"] {
      #expect(code(package(adding: name)) == "W143", "\(name)")
    }
  }

  @Test func refusesWaysOfPackingThatNoWorkbookUses() {
    var encrypted = PackageBuilder()
    encrypted.add("a.xml", [1], flags: 1)
    #expect(code(encrypted.bytes) == "W129")
    var bzip = PackageBuilder()
    bzip.add("a.xml", [1], method: 12)
    #expect(code(bzip.bytes) == "W146")
  }

  @Test func noticesADamagedPart() throws {
    let place = try #require(good.firstRange(of: Array("<v>1</v>".utf8))).lowerBound
    var damaged = good
    damaged[place + 3] = UInt8(ascii: "2")
    #expect(code(damaged) == "W104")
  }

  @Test func noCutOfAWorkbookStopsTheProgram() {
    for length in stride(from: 0, to: good.count, by: 7) {
      #expect(code(Array(good.prefix(length))) != nil)
    }
  }

  @Test func listsPartsInTheOrderOfTheDirectoryAndGivesTheirBytes() throws {
    let package = try Package(good)
    #expect(package.entries.first?.name == "[Content_Types].xml")
    #expect(package.entries.count == 7)
    let bytes = try package.bytes(of: "XL/Worksheets/sheet1.xml")
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<worksheet"))
    #expect(try package.relationships().first("officeDocument")?.target == "xl/workbook.xml")
    #expect(throws: SpreadsheetError.missingPart(name: "xl/none", referredFrom: "the package")) {
      try package.bytes(of: "xl/none")
    }
  }
}
