import Testing

@testable import Spreadsheet

/// Which number formats make a date of a number.
struct NumberFormatTests {
  @Test(arguments: [
    "yyyy-mm-dd", "d/m/yy h:mm", "[h]:mm:ss", "[$-809]dd mmmm yyyy;@", "mm:ss.0", "[mm]",
    "\"on\" d", "[Red]DD",
  ])
  func seesDates(code: String) {
    #expect(NumberFormat(code: code).showsDate)
  }

  @Test(arguments: [
    "General", "0.00", "[Red]0.00", "0\" days\"", "0\\d", "_d0", "*s0", "#,##0;[Red]-#,##0",
    "0.00E+00", "@", "", "\"", "\\", "[", "[$£-809]#,##0.00", "GENERAL",
  ])
  func seesNoDates(code: String) {
    #expect(!NumberFormat(code: code).showsDate)
  }

  @Test func seesPercentages() {
    #expect(NumberFormat(code: "0.0%").showsPercentage)
    #expect(!NumberFormat(code: "0\"%\"").showsPercentage)
    #expect(NumberFormat(builtIn: 10).showsPercentage)
    #expect(NumberFormat(builtIn: 14).showsDate)
    #expect(!NumberFormat(builtIn: 3).showsDate)
  }
}
