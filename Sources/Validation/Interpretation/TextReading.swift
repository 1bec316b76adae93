import Cells
import StudyModel

/// Takes a cell for a short code: a pupil, a class, a pair.
func readCode(_ cell: Cell) -> Reading {
  switch cell.value {
  case .empty: return .nothing
  case .error(let error): return .unreadable(.errorValue(error))
  case .number where cell.showsDate: return .unreadable(.dateInstead)
  case .number, .boolean: return .asTyped(.text(cell.asTyped))
  case .text(let text):
    let plain = normalised(text)
    if plain.isEmpty { return .nothing }
    guard plain != text else { return .asTyped(.text(text)) }
    return .repaired(.text(plain), as: .text(plain), "spaces and look-alike characters")
  }
}

/// Takes a cell for words in which only the spaces at both ends mean nothing.
///
/// That is no repair worth telling: no sum ever rests on these words.
func readWords(_ cell: Cell) -> Reading {
  switch cell.value {
  case .empty: return .nothing
  case .error(let error): return .unreadable(.errorValue(error))
  case .number, .boolean: return .asTyped(.text(cell.asTyped))
  case .text(let text):
    return normalised(text).isEmpty ? .nothing : .asTyped(.text(normalisedEnds(of: text)))
  }
}

private func normalisedEnds(of text: String) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
