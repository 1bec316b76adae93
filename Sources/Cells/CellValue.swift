/// What one cell holds, as its file stores it.
///
/// A date is a number with a date format: see ``Cell/showsDate``.
package enum CellValue: Hashable, Sendable {
  case empty
  case number(Double)
  case text(String)
  case boolean(Bool)
  case error(CellError)

  /// Whether nothing is in the cell; a text of no characters is not nothing.
  package var isEmpty: Bool { self == .empty }
}

/// An error value of a spreadsheet, such as `#N/A`.
package enum CellError: Hashable, Sendable {
  case null, divisionByZero, value, reference, name, number, notAvailable, gettingData, spill
  case calculation
  /// One that this list does not know, as written.
  case other(String)

  package init(written text: String) {
    self = Self.known.first { $0.text == text }?.error ?? .other(text)
  }

  /// Whether it is one of those that all spreadsheet programs have.
  package var isKnown: Bool {
    if case .other = self { return false }
    return true
  }

  /// The text that spreadsheet programs show.
  package var text: String {
    if case .other(let text) = self { return text }
    return Self.known.first { $0.error == self }?.text ?? "#ERROR!"
  }

  private static let known: [(text: String, error: CellError)] = [
    ("#NULL!", .null), ("#DIV/0!", .divisionByZero), ("#VALUE!", .value), ("#REF!", .reference),
    ("#NAME?", .name), ("#NUM!", .number), ("#N/A", .notAvailable),
    ("#GETTING_DATA", .gettingData), ("#SPILL!", .spill), ("#CALC!", .calculation),
  ]
}
