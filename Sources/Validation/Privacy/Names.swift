/// Whether a text looks as if it named a person.
///
/// A title before a capital letter, a common given name, or, in a label, two words that could only
/// be a name.
func holdsName(_ text: String, writing: PrivacyScreen.Writing) -> Bool {
  let words = words(of: text).map(String.init)
  let isLabel = writing == .label && words.count <= 3
  for (place, word) in words.enumerated() where word.first?.isUppercase == true {
    let next = place + 1 < words.count ? words[place + 1] : nil
    let nextIsCapital = next.map { $0.count > 1 && $0.first?.isUppercase == true } ?? false
    if titles.contains(word.lowercased()), nextIsCapital { return true }
    if givenNames.contains(word.lowercased()) { return true }
    if isLabel, nextIsCapital, let next, couldBeName(word), couldBeName(next) { return true }
  }
  return words.count == 1 && givenNames.contains(words[0].lowercased())
}

/// Whether a text is one word with a capital letter that schools do not use for something else.
func isSingleName(_ text: String) -> Bool {
  text.first?.isUppercase == true && couldBeName(text)
}

/// A word of letters that schools do not use for something else.
private func couldBeName(_ word: String) -> Bool {
  word.count >= 2 && word.allSatisfy(\.isLetter) && word != word.uppercased()
    && !schoolWords.contains(word.lowercased())
}

private let titles: Set<String> = [
  "mr", "mrs", "ms", "miss", "mister", "dr", "prof", "madam", "mme", "sir", "bibi", "begum",
]
