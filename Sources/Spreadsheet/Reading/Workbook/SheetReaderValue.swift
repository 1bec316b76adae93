import Cells

extension SheetReader {
  typealias Stored = (kind: StoredCell.Kind, payload: UInt64)

  /// What was gathered for a cell, as its list keeps it.
  @inline(__always)
  mutating func readValue() -> Stored {
    // A text within the cell wins over anything that its type says.
    if hasInline { return text() }
    if isFormula { noteProgram() }
    switch kind {
    case .number: return number()
    case .shared: return sharedText()
    case .formulaText: return hasValue ? text() : (.empty, 0)
    case .inline: return value.count == 0 ? (.empty, 0) : text()
    case .boolean: return boolean()
    case .error: return error()
    case .date: return date()
    case .unknown: return unreadable(.badValue)
    }
  }

  private mutating func noteProgram() {
    if unsafe formula.contents.contains(UInt8(ascii: "|")) {
      notes.add(.formulaToProgram, at: position)
    }
  }

  private mutating func text() -> Stored {
    texts.append(value.decodedString)
    return (.text, UInt64(texts.count - 1))
  }

  @inline(__always)
  private mutating func number() -> Stored {
    guard value.count > 0 else { return (.empty, 0) }
    guard let number = unsafe DecimalNumber.parse(value.contents) else {
      return unreadable(.badNumber)
    }
    if isFormula, let constant = booleanConstant {
      marks &= ~StoredCell.Mark.formula
      return (.boolean, constant ? 1 : 0)
    }
    if marks & StoredCell.Mark.date != 0, number < 0 || number >= 2_958_466 {
      notes.add(.badDate, at: position)
    }
    return (.number, number.bitPattern)
  }

  /// What `TRUE()` and `FALSE()` stand for: some programs have no other way to say it.
  private var booleanConstant: Bool? {
    guard formula.count == 6 || formula.count == 7, unsafe formula.contents.last == 0x29
    else { return nil }
    let text = formula.string.uppercased()
    return text == "TRUE()" ? true : text == "FALSE()" ? false : nil
  }

  @inline(__always)
  private mutating func sharedText() -> Stored {
    guard value.count > 0 else { return (.empty, 0) }
    guard let index = wholeNumber, index < strings.count else {
      return unreadable(.badSharedString)
    }
    return (.sharedText, UInt64(index))
  }

  /// Programs that indent what they write leave blanks around the number.
  @inline(__always)
  private var wholeNumber: Int? {
    if let number = unsafe WholeNumber.parse(value.contents) { return number }
    return unsafe WholeNumber.parse(value.trimmed)
  }

  private mutating func boolean() -> Stored {
    guard value.count > 0 else { return (.empty, 0) }
    guard let isTrue = writtenBoolean else { return unreadable(.badValue) }
    if booleanConstant != nil { marks &= ~StoredCell.Mark.formula }
    return (.boolean, isTrue ? 1 : 0)
  }

  private var writtenBoolean: Bool? {
    switch unsafe String(decoding: value.trimmed, as: UTF8.self).lowercased() {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }

  /// A picture within a cell is stored as an error with something more behind it.
  private mutating func error() -> Stored {
    guard value.count > 0 else { return (.empty, 0) }
    if hasRichValue, !isFormula { notes.add(.picture, at: position) }
    return error(CellError(written: value.string))
  }

  private mutating func error(_ error: CellError) -> Stored {
    if errors.last != error { errors.append(error) }
    return (.error, UInt64(errors.count - 1))
  }

  private mutating func date() -> Stored {
    guard value.count > 0 else { return (.empty, 0) }
    guard let serial = ISODate.serial(of: value.string, countsFrom1904: countsDatesFrom1904)
    else { return unreadable(.badDate) }
    marks |= StoredCell.Mark.date
    return (.number, serial.bitPattern)
  }

  /// Keeps what is written as an error, so that it is never taken for an answer.
  private mutating func unreadable(_ oddity: Oddity) -> Stored {
    notes.add(oddity, at: position)
    return error(.other(value.string))
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
