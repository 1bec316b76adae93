import Foundation

/// An address that a message can be sent to.
enum MailAddress {
  /// Reads one address or several, with commas or semicolons between.
  ///
  /// - Throws: `UsageFailure` for what is none.
  static func list(_ text: String) throws -> [String] {
    let addresses = text.split { $0 == "," || $0 == ";" }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    for address in addresses where !isAddress(address) {
      throw UsageFailure(message: "‘\(address)’ is not an email address")
    }
    return addresses
  }

  /// A local part of plain characters and a domain with a dot, as RFC 5322 has an `addr-spec`
  /// without quotation marks.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254 else { return false }
    let isLocal = isDotted(parts[0]) { character in
      character.isLetter || character.isNumber || "!#$%&'*+/=?^_`{|}~-".contains(character)
    }
    let isDomain = isDotted(parts[1]) { $0.isLetter || $0.isNumber || $0 == "-" }
    return isLocal && isDomain && parts[1].contains(".")
  }

  private static func isDotted(
    _ text: Substring, _ isAllowed: (Character) -> Bool
  ) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { $0.isASCII && isAllowed($0) }
    }
  }
}
