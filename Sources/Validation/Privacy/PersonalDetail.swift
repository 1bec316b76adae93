/// Something in a text by which a person could be known.
enum PersonalDetail: Hashable, Sendable {
  case name, dateOfBirth, email, phone
  /// With a check letter that is right.
  case uniquePupilNumber
  /// With a check digit that is right.
  case uniqueLearnerNumber
}

/// The first thing in a text by which a person could be known, if there is one.
func personalDetail(in text: String) -> PersonalDetail? {
  let plain = normalised(text)
  guard plain.count >= 2 else { return nil }
  if holdsUniquePupilNumber(plain) { return .uniquePupilNumber }
  if holdsUniqueLearnerNumber(plain) { return .uniqueLearnerNumber }
  if holdsEmail(plain) { return .email }
  if holdsPhoneNumber(plain) { return .phone }
  if holdsDateOfBirth(plain) { return .dateOfBirth }
  return holdsName(plain) ? .name : nil
}

/// The parts of a text between spaces and punctuation.
func words(of text: String) -> [Substring] {
  text.split { !($0.isLetter || $0.isNumber) }
}

private func holdsEmail(_ text: String) -> Bool {
  text.split(separator: " ").contains { word in
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().contains(".")
  }
}

/// Ten to fifteen digits that begin with 0 or +, whatever stands between them.
private func holdsPhoneNumber(_ text: String) -> Bool {
  text.matches(of: /(?:^|[^0-9A-Za-z])(\+|0)[0-9](?:[ \-().]{0,2}[0-9]){8,13}(?![0-9])/).isEmpty
    == false
}

/// A day beside words for birth.
private func holdsDateOfBirth(_ text: String) -> Bool {
  let words = Set(words(of: text.lowercased()).map(String.init))
  let birth: Set<String> = ["dob", "born", "birth", "birthday", "birthdate"]
  return !words.isDisjoint(with: birth) && words.contains { $0.contains(where: \.isNumber) }
}
