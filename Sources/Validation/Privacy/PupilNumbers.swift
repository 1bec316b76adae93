/// Whether a text holds a unique pupil number of England, permanent or temporary.
///
/// A letter that checks the rest, eleven digits, and a digit or a letter. The check letter stands
/// for `Σ i·dᵢ mod 23`, `i` from 2 to 13; a last letter counts by its place in the alphabet used.
///
/// - Source: Department for Education, *Unique pupil numbers: a guide*; census rule 1510.
func holdsUniquePupilNumber(_ text: String) -> Bool {
  words(of: text.uppercased()).contains { isUniquePupilNumber(Array($0)) }
}

private let pupilNumberLetters: [Character] = Array("ABCDEFGHJKLMNPQRTUVWXYZ")

private func isUniquePupilNumber(_ characters: [Character]) -> Bool {
  guard characters.count == 13, let check = pupilNumberLetters.firstIndex(of: characters[0])
  else { return false }
  var sum = 0
  for (offset, character) in characters.enumerated().dropFirst() {
    let isLast = offset == 12
    guard
      let value = character.isASCII && character.isNumber
        ? character.wholeNumberValue
        : isLast ? pupilNumberLetters.firstIndex(of: character) : nil
    else { return false }
    sum += (offset + 1) * value
  }
  return sum % 23 == check
}

/// Whether a text holds a unique learner number: ten digits, the last of which checks the rest.
///
/// `10 − (Σ wᵢ·dᵢ mod 11)` with weights 10 to 2, where the remainder is not 0.
///
/// - Source: Learning Records Service, *Unique learner number: specification*.
func holdsUniqueLearnerNumber(_ text: String) -> Bool {
  words(of: text).contains { isUniqueLearnerNumber($0.compactMap(\.wholeNumberValue), $0.count) }
}

private func isUniqueLearnerNumber(_ digits: [Int], _ length: Int) -> Bool {
  guard length == 10, digits.count == 10, digits[0] != 0 else { return false }
  let sum = zip(digits.prefix(9), (2...10).reversed()).map { $0 * $1 }.reduce(0, +)
  let remainder = sum % 11
  return remainder != 0 && digits[9] == 10 - remainder
}

/// Whether a text holds an Aadhaar number of India: twelve digits, the first 2 to 9, the last of
/// which checks the rest.
///
/// - Source: Verhoeff (1969), *Error detecting decimal codes*.
func holdsAadhaarNumber(_ text: String) -> Bool {
  let together = text.replacing(/[0-9]{4}[ \-][0-9]{4}[ \-][0-9]{4}/) {
    String($0.output.filter(\.isNumber))
  }
  return words(of: together).contains { word in
    let digits = word.compactMap(\.wholeNumberValue)
    guard word.count == 12, digits.count == 12, digits[0] >= 2 else { return false }
    return verhoeffSum(of: digits) == 0
  }
}

/// The check of Verhoeff over digits that end with the check digit: 0 where they agree.
///
/// Digits are multiplied in the group of the pentagon's ten symmetries, each after as many steps
/// of one permutation as its place from the right.
private func verhoeffSum(of digits: [Int]) -> Int {
  let step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  var sum = 0
  for (place, digit) in digits.reversed().enumerated() {
    var permuted = digit
    for _ in 0..<(place % 8) { permuted = step[permuted] }
    sum = pentagonProduct(sum, permuted)
  }
  return sum
}

/// 0 to 4 turn the pentagon; 5 to 9 turn it over as well.
private func pentagonProduct(_ one: Int, _ other: Int) -> Int {
  let turns = one < 5 ? one % 5 + other % 5 : one % 5 - other % 5
  return (turns + 5) % 5 + ((one < 5) == (other < 5) ? 0 : 5)
}
