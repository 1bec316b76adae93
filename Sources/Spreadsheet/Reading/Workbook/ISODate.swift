import Cells

/// A date or time as Strict workbooks may write it: `2020-03-01`, `2020-03-01T09:30:00Z`, `09:30`.
enum ISODate {
  /// Days since the start of the calendar, hours as fractions; nil for anything else.
  static func serial(of text: String, countsFrom1904: Bool) -> Double? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    switch halves.count {
    case 1:
      guard text.contains(":") else { return day(text, countsFrom1904) }
      return time(halves[0])
    case 2:
      guard let day = day(String(halves[0]), countsFrom1904), let time = time(halves[1])
      else { return nil }
      return day + time
    default: return nil
    }
  }

  private static let daysTo1904 = 1_462.0

  private static func day(_ text: String, _ countsFrom1904: Bool) -> Double? {
    ExcelDate(iso: text).map { $0.serial - (countsFrom1904 ? daysTo1904 : 0) }
  }

  /// The fraction of a day; a time zone is left aside, since cells have none.
  private static func time(_ text: Substring) -> Double? {
    let clock = text.prefix { $0 != "Z" && $0 != "+" && $0 != "-" }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Double(parts[0]),
      let minutes = Double(parts[1]), let seconds = parts.count == 3 ? Double(parts[2]) : 0,
      (0...24).contains(hours), (0..<60).contains(minutes), (0..<61).contains(seconds)
    else { return nil }
    // Rounded once, to the millisecond.
    let milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1_000
    return milliseconds.rounded() / 86_400_000
  }
}
