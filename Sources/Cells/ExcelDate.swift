/// A calendar day, as a spreadsheet counts it.
///
/// No time zone is ever involved: whole numbers only.
package struct ExcelDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a serial number stands for; nil before the first day, after 9999, and for
  /// 60 in the system of 1900, the 29 February 1900 that never was.
  ///
  /// - Source: ECMA-376 Part 1 §18.17.4.1.
  package init?(serial: Double, countsFrom1904: Bool = false) {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let days = Int(serial.rounded(.down))
    if countsFrom1904 {
      self.init(dayNumber: days + Self.dayNumber(year: 1904, month: 1, day: 1))
      return
    }
    guard days != 60, days > 0 else { return nil }
    let sinceNewYear1900 = days < 60 ? days - 1 : days - 2
    self.init(dayNumber: sinceNewYear1900 + Self.dayNumber(year: 1900, month: 1, day: 1))
  }

  /// The serial number in the system of 1900.
  package var serial: Double {
    let days = dayNumber - Self.dayNumber(year: 1900, month: 1, day: 1)
    return Double(days < 59 ? days + 1 : days + 2)
  }

  /// Reads `2026-07-10`; nil for anything else or a day that does not exist.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year > 0, (1...12).contains(month), day > 0
    else { return nil }
    let date = ExcelDate(dayNumber: Self.dayNumber(year: year, month: month, day: day))
    guard date == ExcelDate(year: year, month: month, day: day) else { return nil }
    self = date
  }

  /// `2026-07-10`.
  package var iso: String {
    func padded(_ number: Int, to width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// `10 July 2026`.
  package var inWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  package static func < (one: Self, other: Self) -> Bool { one.dayNumber < other.dayNumber }

  /// Days since 0000-03-01 in the proleptic Gregorian calendar.
  private var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  // Counting from March makes the leap day the last of its year.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day - 1
  }

  private init(dayNumber: Int) {
    var year = (10_000 * dayNumber + 14_780) / 3_652_425
    var dayOfYear = dayNumber - Self.dayNumber(year: year, month: 3, day: 1)
    if dayOfYear < 0 {
      year -= 1
      dayOfYear = dayNumber - Self.dayNumber(year: year, month: 3, day: 1)
    }
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    self.init(
      year: monthFromMarch >= 10 ? year + 1 : year, month: (monthFromMarch + 2) % 12 + 1,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
