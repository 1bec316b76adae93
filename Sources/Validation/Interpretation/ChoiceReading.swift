import Cells
import StudyModel

/// Takes a cell for one of a list.
func readChoice(_ cell: Cell, from choices: [Choice]) -> Reading {
  switch cell.value {
  case .empty: return .nothing
  case .error(let error): return .unreadable(.errorValue(error))
  case .boolean(let isTrue):
    guard let choice = choices.first(where: { $0.code.lowercased() == (isTrue ? "yes" : "no") })
    else { return .unreadable(.truthValue) }
    return .repaired(.choice(choice.code), as: .text(choice.label), "TRUE or FALSE for yes or no")
  case .number where cell.showsDate: return .unreadable(.dateInstead)
  case .number, .text: break
  }
  let text = cell.asTyped
  if let choice = choices.first(where: { $0.label == text }) {
    return .asTyped(.choice(choice.code))
  }
  let plain = normalised(text)
  guard !plain.isEmpty else { return .nothing }
  guard let (choice, rule) = closest(to: plain, in: choices) else {
    guard saysNothing(plain) else { return .unreadable(.notInList) }
    return .repaired(nil, as: .text("no answer"), "a dash for no answer")
  }
  return .repaired(.choice(choice.code), as: .text(choice.label), rule)
}

/// The choice that a text, as ``normalised(_:)`` gives it, can only mean, and how it was told.
func closest(to text: String, in choices: [Choice]) -> (choice: Choice, rule: String)? {
  let wanted = text.lowercased()
  func only(_ matches: (String) -> Bool) -> Choice? {
    let found = choices.filter { choice in
      ([choice.label, choice.code] + choice.otherLabels).contains {
        matches(normalised($0).lowercased())
      }
    }
    return found.count == 1 ? found[0] : nil
  }
  if let choice = only({ $0 == wanted }) { return (choice, "spaces, capitals or a code") }
  if let choice = other(wanted, in: choices) { return (choice, "another word for the same") }
  if let choice = only({ $0.hasPrefix(wanted) }) { return (choice, "the first letters of it") }
  for distance in 1...2 where wanted.count >= 3 * distance {
    let isNear = { (word: String) in
      abs(word.count - wanted.count) <= distance && editDistance(word, wanted) <= distance
    }
    if let choice = only(isNear) { return (choice, "spelling") }
  }
  return nil
}

/// What schools call the arms, whatever the programme's words for them.
private func other(_ word: String, in choices: [Choice]) -> Choice? {
  let arm: Arm? =
    switch word {
    case "treatment", "treated", "experimental", "programme", "program": .intervention
    case "control", "controls", "business as usual": .comparison
    default: nil
    }
  return arm.flatMap { arm in choices.first { $0.code == arm.rawValue } }
}

/// Whether a text only marks an empty place.
func saysNothing(_ text: String) -> Bool {
  ["-", "--", "---", "n/a", "na", "n.a."].contains(text.lowercased())
}
