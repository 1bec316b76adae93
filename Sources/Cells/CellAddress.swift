/// A cell of a workbook: its sheet, and its place in it.
package struct CellAddress: Hashable, Sendable {
  package let sheet: String
  package let reference: CellReference

  package init(sheet: String, reference: CellReference) {
    self.sheet = sheet
    self.reference = reference
  }
}

extension CellAddress: Comparable {
  package static func < (one: Self, other: Self) -> Bool {
    one.sheet == other.sheet ? one.reference < other.reference : one.sheet < other.sheet
  }
}

extension CellAddress: CustomStringConvertible {
  /// As people and formulas write it: `Pupils!C14`, `'Words we use'!A1`.
  package var description: String { "\(sheetReference(to: sheet))!\(reference)" }
}

/// The name of a sheet as formulas write it: `Pupils`, `'Words we use'`, `'Élèves'`.
package func sheetReference(to sheet: String) -> String {
  // In a formula, `2026!A1` and `C5!A1` are no sheets.
  let isPlain =
    sheet.first?.isLetter == true && CellReference(sheet) == nil && sheet.count > 2
    && sheet.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  return isPlain ? sheet : "'" + sheet.replacing("'", with: "''") + "'"
}

extension CellAddress {
  /// Reads `Pupils!C14` or `'Words we use'!A1`; nil for anything else.
  package init?(_ text: String) {
    guard let mark = text.lastIndex(of: "!"),
      let reference = CellReference(String(text[text.index(after: mark)...]))
    else { return nil }
    var sheet = String(text[..<mark])
    if sheet.count > 2, sheet.hasPrefix("'"), sheet.hasSuffix("'") {
      sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
    }
    guard !sheet.isEmpty else { return nil }
    self.init(sheet: sheet, reference: reference)
  }
}
