/// The rules for the name of a sheet.
///
/// - Source: ECMA-376 Part 1 §18.2.19; [MS-XLSB] 2.4.313; "History" is reserved by Excel.
package enum SheetName {
  /// What is wrong with a name, if anything is.
  package static func fault(in name: String) -> WritingError.SheetNameFault? {
    if name.isEmpty { return .empty }
    // Excel counts UTF-16 units: an emoji takes two.
    if name.utf16.count > limit { return .tooLong }
    if name.unicodeScalars.contains(where: { forbidden.contains($0) || $0.value < 0x20 }) {
      return .forbiddenCharacter
    }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostropheAtTheEdge }
    if name.lowercased() == "history" { return .reserved }
    return nil
  }

  /// The name, or the name with ` (2)`, ` (3)`… where others have it already.
  package static func unused(_ name: String, among others: some Sequence<String>) -> String {
    let taken = Set(others.map { $0.lowercased() })
    guard taken.contains(name.lowercased()) else { return name }
    for number in 2... {
      let suffix = " (\(number))"
      var stem = name
      while stem.utf16.count + suffix.utf16.count > limit { stem.removeLast() }
      guard taken.contains((stem + suffix).lowercased()) else { return stem + suffix }
    }
    return name
  }

  static let limit = 31
  private static let forbidden: Set<Unicode.Scalar> = [
    ":", "\\", "*", "?", "/", "[", "]", "\u{FFFE}", "\u{FFFF}",
  ]
}
