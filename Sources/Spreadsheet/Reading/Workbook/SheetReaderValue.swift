import Cells

extension SheetReader {
  /// Gives a cell the value that was gathered for it.
  @inline(__always)
  mutating func setValue(of cell: inout Cell) {
    // A text within the cell wins over anything that its type says.
    if hasInline { return cell.value = .text(value.decodedString) }
    switch kind {
    case .number: setNumber(of: &cell)
    case .shared: setSharedString(of: &cell)
    case .formulaText:
      cell.value = hasValue ? .text(value.decodedString) : .empty
    case .inline: cell.value = value.count == 0 ? .empty : .text(value.decodedString)
    case .boolean: setBoolean(of: &cell)
    case .error: setError(of: &cell)
    case .date: setDate(of: &cell)
    case .unknown: setUnreadable(.badValue, &cell)
    }
    if cell.isFormula, unsafe formula.contents.contains(UInt8(ascii: "|")) {
      notes.add(.formulaToProgram, at: position)
    }
  }

  @inline(__always)
  private mutating func setNumber(of cell: inout Cell) {
    guard value.count > 0 else { return }
    guard let number = unsafe DecimalNumber.parse(value.contents) else {
      return setUnreadable(.badNumber, &cell)
    }
    cell.value = .number(number)
    if cell.isFormula, let constant = booleanConstant {
      cell.value = .boolean(constant)
      cell.isFormula = false
    }
    if cell.showsDate, number < 0 || number >= 2_958_466 { notes.add(.badDate, at: position) }
  }

  /// What `TRUE()` and `FALSE()` stand for: some programs have no other way to say it.
  private var booleanConstant: Bool? {
    guard formula.count == 6 || formula.count == 7 else { return nil }
    let text = formula.string.uppercased()
    return text == "TRUE()" ? true : text == "FALSE()" ? false : nil
  }

  @inline(__always)
  private mutating func setSharedString(of cell: inout Cell) {
    guard value.count > 0 else { return }
    guard let index = unsafe WholeNumber.parse(value.contents), index < strings.count else {
      return setUnreadable(.badSharedString, &cell)
    }
    cell.value = .text(strings[index])
  }

  private mutating func setBoolean(of cell: inout Cell) {
    switch value.string.lowercased() {
    case "1", "true": cell.value = .boolean(true)
    case "0", "false": cell.value = .boolean(false)
    case "": break
    default: return setUnreadable(.badValue, &cell)
    }
    if booleanConstant != nil { cell.isFormula = false }
  }

  /// A picture within a cell is stored as an error with something more behind it.
  private mutating func setError(of cell: inout Cell) {
    guard value.count > 0 else { return }
    cell.value = .error(CellError(written: value.string))
    if hasRichValue, !cell.isFormula { notes.add(.picture, at: position) }
  }

  private mutating func setDate(of cell: inout Cell) {
    guard value.count > 0 else { return }
    guard let serial = ISODate.serial(of: value.string, countsFrom1904: countsDatesFrom1904)
    else { return setUnreadable(.badDate, &cell) }
    cell.value = .number(serial)
    cell.showsDate = true
  }

  /// Keeps what is written as an error, so that it is never taken for an answer.
  private mutating func setUnreadable(_ oddity: Oddity, _ cell: inout Cell) {
    notes.add(oddity, at: position)
    cell.value = .error(.other(value.string))
  }
}

/// A whole number in the text of a cell.
enum WholeNumber {
  @inline(__always)
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count > 0, text.count <= 18 else { return nil }
    var number = 0
    for place in 0..<text.count {
      let digit = unsafe text[place] &- 48
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}
