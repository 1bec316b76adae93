import Cells

/// The value of a cell as its attributes say it.
struct OpenDocumentCell {
  private var kind = ""
  private var written: String?
  private var isFormula = false
  private var isError = false
  /// What `TRUE()` and `FALSE()` stand for: before its own extensions, LibreOffice wrote a number.
  private var booleanConstant: Bool?

  init() {}

  init(_ element: XMLElement, _ scope: XMLScope) {
    guard let type = element.value(of: "value-type", in: .odfOffice, scope) else {
      isFormula = element.value(of: "formula", in: .odfTable, scope) != nil
      return
    }
    kind = type.string
    let name: StaticString =
      switch kind {
      case "date": "date-value"
      case "time": "time-value"
      case "boolean": "boolean-value"
      case "string": "string-value"
      default: "value"
      }
    written = element.value(of: name, in: .odfOffice, scope)?.string
    if let formula = element.value(of: "formula", in: .odfTable, scope) {
      isFormula = true
      booleanConstant = formula == "of:=TRUE()" ? true : formula == "of:=FALSE()" ? false : nil
    }
    let shownType = element.value(of: "value-type", in: .calcExtension, scope)
    isError = shownType.map { $0 == "error" } ?? false
  }

  /// The cell, with the text that it shows; nil where it holds nothing.
  func cell(
    shown: String?, _ notes: inout NoteCollector, at reference: CellReference
  ) -> Cell? {
    guard let value = value(shown: shown) else {
      notes.add(.badNumber, at: reference)
      return Cell(.error(.other(written ?? shown ?? "")), isFormula: isFormula)
    }
    if value.isEmpty, isFormula { notes.add(.formulaWithoutResult, at: reference) }
    guard !value.isEmpty || isFormula else { return nil }
    if let booleanConstant, kind == "float" || kind == "boolean" {
      return Cell(.boolean(booleanConstant))
    }
    return Cell(
      value, showsDate: kind == "date" || kind == "time",
      showsPercentage: kind == "percentage", isFormula: isFormula)
  }

  /// Nil where something is written that cannot be read.
  private func value(shown: String?) -> CellValue? {
    if isError || showsError(shown) { return .error(CellError(written: shown ?? written ?? "")) }
    switch kind {
    case "float", "currency", "percentage":
      return written.flatMap { text in
        var text = text
        return text.withUTF8 { unsafe DecimalNumber.parse($0) }.map { .number($0) }
      }
    case "date":
      return written.flatMap { ISODate.serial(of: $0, countsFrom1904: false) }
        .map { .number($0) }
    case "time": return written.flatMap(Self.days).map { .number($0) }
    case "boolean":
      switch written {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return nil
      }
    case "string": return .text(written ?? shown ?? "")
    default: return shown.map { .text($0) } ?? .empty
    }
  }

  /// Whether a formula shows an error that nothing else tells: OpenDocument of itself has none.
  ///
  /// Programs write a text, empty or the error's own, or the number 0.
  private func showsError(_ shown: String?) -> Bool {
    guard isFormula, let shown, shown.hasPrefix("#") || shown.hasPrefix("Err:") else {
      return false
    }
    let isPlaceholder = written.map { $0.isEmpty || $0 == shown || $0 == "0" } ?? true
    return isPlaceholder && (CellError(written: shown).isKnown || Self.isNumbered(shown))
  }

  /// Whether a text is one of the errors that have a number only: `Err:502`.
  private static func isNumbered(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(4)
    return text.hasPrefix("Err:") && digits.count == 3 && digits.allSatisfy { 48...57 ~= $0 }
  }

  /// `PT12H34M56.5S` as a part of a day.
  private static func days(_ duration: String) -> Double? {
    guard duration.hasPrefix("PT") else { return nil }
    var seconds = 0.0
    var digits = ""
    for character in duration.dropFirst(2) {
      switch character {
      case "H", "M", "S":
        guard let amount = Double(digits) else { return nil }
        seconds += amount * (character == "H" ? 3_600 : character == "M" ? 60 : 1)
        digits = ""
      default: digits.append(character)
      }
    }
    return digits.isEmpty ? seconds / 86_400 : nil
  }
}
