import Cells
import StudyModel

/// Takes a cell for a day.
func readDate(_ cell: Cell) -> Reading {
  switch cell.value {
  case .empty: return .nothing
  case .error(let error): return .unreadable(.errorValue(error))
  case .boolean: return .unreadable(.truthValue)
  case .number(let serial):
    guard !cell.showsPercentage, let date = ExcelDate(serial: serial)
    else { return .unreadable(.notADate) }
    if cell.showsDate { return .asTyped(.date(date)) }
    guard (2000...2100).contains(date.year) else { return .unreadable(.notADate) }
    return .repaired(date, "a date stored as a number")
  case .text(let text):
    let plain = normalised(text)
    if plain.isEmpty { return .nothing }
    if saysNothing(plain) { return .repaired(nil, as: .text("no answer"), "a dash for no answer") }
    return readDate(text: plain)
  }
}

/// Takes a text, as ``normalised(_:)`` gives it, for a day.
private func readDate(text: String) -> Reading {
  let parts = text.lowercased().split { " /.-,".contains($0) }.map(String.init)
  guard parts.count == 3 else { return .unreadable(.notADate) }
  let numbers = parts.map { $0.count <= 4 ? Int($0) : nil }
  if let year = numbers[0], parts[0].count == 4, let month = numbers[1], let day = numbers[2] {
    return date(year, month, day)
  }
  guard let year = fullYear(parts[2]) else { return .unreadable(.notADate) }
  if let month = monthNumber(parts[1]), let day = dayNumber(parts[0]) {
    return date(year, month, day)
  }
  if let month = monthNumber(parts[0]), let day = dayNumber(parts[1]) {
    return date(year, month, day)
  }
  guard let first = numbers[0], let second = numbers[1] else { return .unreadable(.notADate) }
  if first <= 12, second <= 12, first != second { return .unreadable(.ambiguousDate) }
  return second > 12 ? date(year, first, second) : date(year, second, first)
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> Reading {
  let padded = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
  guard let date = ExcelDate(iso: "\(year)-\(padded[0])-\(padded[1])")
  else { return .unreadable(.impossibleDate) }
  return .repaired(date, "a date stored as text")
}

private func fullYear(_ text: String) -> Int? {
  guard let number = Int(text), number >= 0 else { return nil }
  return text.count == 4 ? number : text.count == 2 ? 2000 + number : nil
}

/// `10` and `10th`.
private func dayNumber(_ text: String) -> Int? {
  let ordinals = ["st", "nd", "rd", "th", "er"]
  let ordinal = ordinals.first { text.hasSuffix($0) }
  return Int(text.dropLast(ordinal?.count ?? 0))
}

/// A month by its English or French name, or the first letters of it.
private func monthNumber(_ name: String) -> Int? {
  guard name.count >= 3, Int(name) == nil else { return nil }
  let found = monthNames.enumerated().filter { _, names in
    names.contains { $0.hasPrefix(name) || (name == "sept" && $0 == "september") }
  }
  return found.count == 1 ? found[0].offset + 1 : nil
}

private let monthNames = [
  ["january", "janvier"], ["february", "février", "fevrier"], ["march", "mars"],
  ["april", "avril"], ["may", "mai"], ["june", "juin"], ["july", "juillet"], ["august", "août"],
  ["september", "septembre"], ["october", "octobre"], ["november", "novembre"],
  ["december", "décembre", "decembre"],
]
