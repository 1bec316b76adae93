/// Text as a cell stores it.
enum CellText {
  /// Control characters and what would be taken for their escapes, written as `_xHHHH_`.
  ///
  /// A tab and a line feed stay as they are; so `_x0041_`, typed by somebody, stays what it was
  /// instead of becoming `A`.
  ///
  /// - Source: ECMA-376 Part 1 §22.9.2.19.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var written = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\t", "\n": written.append(scalar)
      case "_" where isEscape(scalars[place...]):
        written.append(contentsOf: "_x005F_".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        written.append(contentsOf: escape(scalar).unicodeScalars)
      default: written.append(scalar)
      }
    }
    return String(written)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = Array(scalars.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
