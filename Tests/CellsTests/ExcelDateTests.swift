import Cells
import Testing

@Test(arguments: [
  (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (46_154.5, "2026-05-12"),
  (2_958_465, "9999-12-31"),
])
func aSerialNumberIsADay(serial: Double, iso: String) throws {
  let date = try #require(ExcelDate(serial: serial))
  #expect(date.iso == iso)
  #expect(date.serial == serial.rounded(.down))
  #expect(ExcelDate(iso: iso) == date)
}

@Test func theDayThatNeverWasIsNone() {
  #expect(ExcelDate(serial: 60) == nil)
  #expect(ExcelDate(serial: 0) == nil)
  #expect(ExcelDate(serial: -1) == nil)
  #expect(ExcelDate(serial: .nan) == nil)
  #expect(ExcelDate(serial: 1e300) == nil)
}

@Test func the1904SystemStartsFourYearsLater() {
  #expect(ExcelDate(serial: 0, countsFrom1904: true)?.iso == "1904-01-01")
  #expect(ExcelDate(serial: 44_692, countsFrom1904: true)?.iso == "2026-05-12")
}

@Test(arguments: ["2026-02-29", "2026-13-01", "26-1-1", "2026-00-10", "", "2026-01-32"])
func refusesADayThatDoesNotExist(text: String) {
  #expect(ExcelDate(iso: text) == nil)
}

@Test func everyDayOfFourCenturiesComesBack() {
  var previous = ExcelDate(year: 1999, month: 12, day: 31)
  for serial in stride(from: 36_526.0, to: 182_622, by: 1) {
    guard let date = ExcelDate(serial: serial) else {
      Issue.record("\(serial)")
      return
    }
    if !(previous < date && date.serial == serial) { Issue.record("\(date.iso)") }
    previous = date
  }
}
