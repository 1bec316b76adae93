/// The text without spaces at its ends, and with one ordinary space where there were several.
///
/// Spaces that do not break and spaces of no width count as spaces.
package func collapsingSpaces(_ text: String) -> String {
  text.split(whereSeparator: isSpace).joined(separator: " ")
}

/// Whether a text holds spaces only, of any kind.
package func isBlank(_ text: String) -> Bool { text.allSatisfy(isSpace) }

private func isSpace(_ character: Character) -> Bool {
  character.isWhitespace || character == "\u{A0}" || character == "\u{200B}"
    || character == "\u{FEFF}"
}

/// A heading as headings are compared: one space where there were several, no capitals, plain
/// quotation marks.
package func comparable(_ heading: String) -> String {
  collapsingSpaces(heading).lowercased()
    .replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
    .replacing("\u{201C}", with: "\"").replacing("\u{201D}", with: "\"")
}
