import Cells
import Spreadsheet
import Testing

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
}
