import Cells
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct WorkbookWriterTests {
  @Test func samePlanGivesTheSameBytes() throws {
    #expect(try writeWorkbook(.small) == writeWorkbook(.small))
  }

  /// The library's own way to the day is not safe when two threads write at once.
  @Test func samePlanGivesTheSameBytesFromManyThreads() async throws {
    let expected = try writeWorkbook(.small)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for day in 1...24 {
        group.addTask {
          var other = WorkbookPlan.small
          other.properties.created = ExcelDate(year: 2001, month: 3, day: day)
          _ = try writeWorkbook(other)
          return try writeWorkbook(.small) == expected
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func readerFindsWhatWasWritten() throws {
    let read = try readWorkbook(writeWorkbook(.small))
    for (plan, sheet) in zip(WorkbookPlan.small.sheets, read.sheets) {
      #expect(sheet.name == plan.name)
      #expect(sheet.visibility == plan.visibility)
      for cell in plan.cells where cell.value != .empty {
        #expect(sheet[cell.reference]?.value == cell.value.asRead)
      }
    }
    #expect(read.customProperties == ["whatworkedWorkbook": "7F3A-22K9"])
    #expect(read.sheets[0][CellReference(written: "A6")]?.showsDate == true)
    #expect(read.sheets[0][CellReference(written: "A3")]?.isFormula == true)
    #expect(read.sheets[0][CellReference(written: "A9")]?.isFormula == false)
  }

  @Test func opensOnTheSheetThatIsAskedForOrTheFirstThatShows() throws {
    var plan = WorkbookPlan.small
    plan.sheets = [plan.sheets[1], plan.sheets[0], .results]
    for (wanted, place) in [(nil, 1), ("Pupils", 1), ("Results", 2)] {
      plan.activeSheet = wanted
      let bytes = try writeWorkbook(plan)
      let book = try XMLPart(Container(bytes).contents(of: "xl/workbook.xml"), name: "book")
      let view = try #require(book.elements.first { $0.localName == "workbookView" })
      #expect(view["activeTab"] == String(place))
      #expect(try packageFaults(in: bytes) == [])
      #expect(try readWorkbook(bytes).sheets[0].visibility == .hidden)
    }
  }

  @Test func keepsAllDigitsAndTheDay() throws {
    let bytes = try writeWorkbook(.small)
    let core = try Container(bytes).contents(of: "docProps/core.xml")
    #expect(String(decoding: core, as: UTF8.self).contains(">2026-07-01T00:00:00Z<"))
    let sheet = try Container(bytes).contents(of: "xl/worksheets/sheet1.xml")
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(text.contains("<v>0.30000000000000004</v>"))
    #expect(text.contains("<c t=\"b\" r=\"A3\""))
  }
}
