import Cells
import StudyModel

/// Takes a cell for a number, as the bounds of its field and the habits of its column allow.
func readNumber(_ cell: Cell, bounds: ClosedRange<Double>, habits: ColumnHabits) -> Reading {
  switch cell.value {
  case .empty: .nothing
  case .number(let number) where !number.isFinite: .unreadable(.notANumber)
  case .number where cell.showsPercentage: .unreadable(.percentage)
  case .number(let number) where cell.showsDate:
    readDate(serial: number, bounds: bounds, habits: habits)
  case .number(let number): .asTyped(.number(number))
  case .boolean: .unreadable(.truthValue)
  case .error(let error): .unreadable(.errorValue(error))
  case .text(let text): readNumber(text: text, bounds: bounds, habits: habits)
  }
}

private func readNumber(
  text: String, bounds: ClosedRange<Double>, habits: ColumnHabits
) -> Reading {
  let plain = normalised(text)
  guard !plain.isEmpty else { return .nothing }
  if let error = knownError(plain) { return .unreadable(.errorValue(error)) }
  switch NumberShape(of: plain) {
  case .whole(let number), .decimalPoint(let number):
    return .repaired(number, "a number stored as text")
  case .decimalComma(let number): return .repaired(number, "a decimal comma")
  case .grouped(let number): return .repaired(number, "a number with its thousands set apart")
  case .commaOrThousands(let decimal, _):
    guard habits.commasAreDecimal, bounds.contains(decimal)
    else { return .unreadable(.ambiguousSeparator) }
    return .repaired(decimal, "a decimal comma, as in the rest of the column")
  case .pointOrThousands(let decimal, _):
    guard habits.decimalCommas == 0, habits.thousands == 0
    else { return .unreadable(.ambiguousSeparator) }
    return .repaired(decimal, "a number stored as text")
  case .fraction(let number, let total):
    guard total == bounds.upperBound else { return .unreadable(.fraction(outOf: total)) }
    return .repaired(number, "a mark with the highest mark behind it")
  case .percentage: return .unreadable(.percentage)
  case .several: return .unreadable(.severalNumbers)
  case .other: return .unreadable(.notANumber)
  }
}

/// An error value that was pasted as text.
private func knownError(_ text: String) -> CellError? {
  guard text.hasPrefix("#") else { return nil }
  let error = CellError(written: text.uppercased())
  if case .other = error { return nil }
  return error
}

/// Takes a date for the number that was typed, where only one number can have been.
///
/// `12.5` becomes 12 May where the comma is the decimal sign, and a plain `17` shows as
/// 17 January 1900 in a cell that kept the format of a date.
private func readDate(
  serial: Double, bounds: ClosedRange<Double>, habits: ColumnHabits
) -> Reading {
  if bounds.contains(serial), serial < 366 {
    return .repaired(serial, "a number shown as a date")
  }
  guard let date = ExcelDate(serial: serial), serial == serial.rounded()
  else { return .unreadable(.dateInstead) }
  let dayFirst = decimal(date.day, date.month)
  let monthFirst = decimal(date.month, date.day)
  let possible = Set([dayFirst, monthFirst]).filter {
    bounds.contains($0) && habits.isUsual($0)
  }
  guard possible.count == 1, let number = possible.first
  else { return .unreadable(.dateInstead) }
  return .repaired(number, "a number that was turned into a date")
}

private func decimal(_ whole: Int, _ decimals: Int) -> Double {
  Double("\(whole).\(decimals)") ?? Double(whole)
}
