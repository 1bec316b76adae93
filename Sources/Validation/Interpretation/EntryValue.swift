import Cells

/// What an entry was taken for, once spaces, digits and spellings were seen through.
enum EntryValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case date(ExcelDate)
  /// The code of the choice.
  case choice(String)
  /// In a cell for a mark: words that say there is none, with the code of the reason they give.
  case noScore(reason: String?)
  case unreadable(Difficulty)
}

/// Why an entry could not be taken for what its field asks.
enum Difficulty: Hashable, Sendable {
  /// Words, or words around a number.
  case notANumber
  /// `17 18`: more than one number.
  case severalNumbers
  /// `1,234`: one and a bit, or more than a thousand.
  case ambiguousSeparator
  /// `17/20` where the test is not out of 20.
  case fraction(outOf: Double)
  case percentage
  /// The spreadsheet program made a date of it, and what was typed cannot be known.
  case dateInstead
  case truthValue
  case errorValue(CellError)
  case notInList
  case notADate
  /// `03/04/2026`: in April, or in March.
  case ambiguousDate
  /// `31/02/2026`.
  case impossibleDate
}
