import Cells

/// Looks for what may be about a person.
struct PrivacyScreen: Sendable {
  /// The calendar year in which the study took place, which tells a day of birth from others.
  var studyYear: Int?

  /// How a text is written, which decides what capital letters mean in it.
  enum Writing {
    /// A few words, such as the name of a class.
    case label
    /// Sentences.
    case prose
  }

  /// Everything in a cell by which a person could be known, the most telling first.
  func details(in cell: Cell, writing: Writing = .label) -> [PersonalDetail] {
    switch cell.value {
    case .empty, .boolean, .error: return []
    case .text(let text): return details(in: text, writing: writing)
    case .number(let number):
      if cell.showsDate {
        return ExcelDate(serial: number).map(isOfBirth) == true ? [.dateOfBirth] : []
      }
      return number >= 1e9 ? details(in: shown(number), writing: writing) : []
    }
  }

  /// Everything in a text by which a person could be known, the most telling first.
  func details(in text: String, writing: Writing = .label) -> [PersonalDetail] {
    let plain = normalised(text)
    guard plain.count >= 2 else { return [] }
    var details: [PersonalDetail] = []
    if let number = identifyingNumber(in: plain) { details.append(number) }
    let hasEmail = holdsEmail(plain)
    if hasEmail { details.append(.email) }
    if details.isEmpty, holdsDateOfBirth(plain) { details.append(.dateOfBirth) }
    // The name within an address goes with the address.
    let rest = hasEmail ? plain.split(separator: " ").filter { !$0.contains("@") } : [plain[...]]
    if holdsName(rest.joined(separator: " "), writing: writing) { details.append(.name) }
    return details
  }

  /// Few texts hold ten digits, and none with fewer is a number that leads to a person.
  private func identifyingNumber(in text: String) -> PersonalDetail? {
    guard text.utf8.count(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) >= 10
    else { return nil }
    if holdsUniquePupilNumber(text) { return .uniquePupilNumber }
    if holdsUniqueLearnerNumber(text) { return .uniqueLearnerNumber }
    if holdsAadhaarNumber(text) { return .aadhaarNumber }
    return holdsPhoneNumber(text) ? .phone : nil
  }

  /// Whether someone born on this day could have been a pupil then.
  private func isOfBirth(_ date: ExcelDate) -> Bool {
    studyYear.map { ($0 - 20...$0 - 4).contains(date.year) } ?? false
  }

  /// A day on which a pupil could have been born, or any numbers beside words for birth.
  private func holdsDateOfBirth(_ text: String) -> Bool {
    let parts = words(of: text)
    let birth: Set<String> = ["dob", "born", "birth", "birthday", "birthdate"]
    if parts.contains(where: { birth.contains($0.lowercased()) }) {
      return parts.contains { $0.contains(where: \.isNumber) }
    }
    return parts.indices.dropLast(2).contains { first in
      let three = parts[first...first + 2].joined(separator: " ")
      switch readDate(Cell(.text(three))).value {
      case .date(let date): return isOfBirth(date)
      case .unreadable(.ambiguousDate):
        return Int(parts[first + 2]).map { isOfBirth(ExcelDate(year: $0, month: 1, day: 1)) }
          ?? false
      default: return false
      }
    }
  }
}

/// The parts of a text between spaces and punctuation.
func words(of text: String) -> [Substring] {
  text.split { !($0.isLetter || $0.isNumber) }
}
