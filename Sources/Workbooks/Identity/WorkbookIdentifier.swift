import Programmes

/// The name of one workbook: seven characters of Crockford's base 32 and a check character,
/// written `7F3A-22K9`.
///
/// The check finds every wrong character and every two that changed places: it is a polynomial
/// over the field of 32 elements.
package struct WorkbookIdentifier: Hashable, Sendable {
  /// Eight characters, without the hyphen.
  private let characters: String

  /// The same for the same study and seed.
  package init(school: String, programme: String, wave: String, seed: UInt64) {
    var rest = stableHash(of: [school, programme, wave, String(seed)].joined(separator: "\u{1F}"))
    var digits: [UInt8] = []
    for _ in 0..<7 {
      digits.append(UInt8(rest & 31))
      rest >>= 5
    }
    let all = digits + [Self.check(of: digits)]
    characters = String(all.map { Self.alphabet[Int($0)] })
  }

  /// Reads an identifier however it was typed: small letters, no hyphen, O for 0, I and L for 1.
  ///
  /// Nil where a character is wrong or the check fails.
  package init?(_ text: String) {
    let misread: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
    let typed = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
      .map { misread[$0] ?? $0 }
    let digits = typed.compactMap { Self.alphabet.firstIndex(of: $0).map(UInt8.init) }
    guard typed.count == 8, digits.count == 8, Self.check(of: digits.dropLast()) == digits[7]
    else { return nil }
    characters = String(typed)
  }

  // Without I, L, O and U, which are easily misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// One power of the primitive element for each place, so that no two places weigh the same.
  private static func check(of digits: some Sequence<UInt8>) -> UInt8 {
    digits.reduce(start) { timesPrimitive($0 ^ $1) }
  }

  /// In GF(32) with x⁵ = x² + 1.
  private static func timesPrimitive(_ element: UInt8) -> UInt8 {
    let shifted = element << 1
    return shifted & 32 == 0 ? shifted : (shifted & 31) ^ 0b00101
  }

  // Any value would do; with this one, the example of the documentation is valid.
  private static let start: UInt8 = 14
}

extension WorkbookIdentifier: CustomStringConvertible {
  package var description: String { "\(characters.prefix(4))-\(characters.suffix(4))" }
}
