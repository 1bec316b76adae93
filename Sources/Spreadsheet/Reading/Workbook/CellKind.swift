import Cells

/// How the value of a cell is to be read, as its `t` says.
enum CellKind: UInt8 {
  case number, shared, inline, formulaText, boolean, error, date, unknown

  @inline(__always)
  init(_ text: XMLText) {
    if text == "s" {
      self = .shared
    } else if text == "n" {
      self = .number
    } else if text == "str" {
      self = .formulaText
    } else if text == "b" {
      self = .boolean
    } else if text == "inlineStr" {
      self = .inline
    } else if text == "e" {
      self = .error
    } else if text == "d" {
      self = .date
    } else {
      self = .unknown
    }
  }
}

/// A cell reference, read from the bytes of an attribute.
struct CellPosition {
  let row: Int
  let column: Int

  // Those of `CellReference`, at hand for the compiler.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  @inline(__always)
  init?(_ text: XMLText) {
    var place = 0
    var column = 0
    while unsafe text.start[place] | 0x20 >= 97, unsafe text.start[place] | 0x20 <= 122 {
      column = unsafe column &* 26 &+ Int(text.start[place] | 0x20) &- 96
      place &+= 1
      guard place <= 3 else { return nil }
    }
    let digitsStart = place
    var row = 0
    while unsafe text.start[place] >= 48, unsafe text.start[place] <= 57 {
      row = unsafe row &* 10 &+ Int(text.start[place]) &- 48
      place &+= 1
      guard place - digitsStart <= 7 else { return nil }
    }
    guard unsafe text.start[place] == 0, column > 0, row > 0,
      column <= Self.columnLimit, row <= Self.rowLimit
    else { return nil }
    self.row = row
    self.column = column
  }
}
