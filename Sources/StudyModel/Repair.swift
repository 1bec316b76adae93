package import Cells

/// A value that was read differently from how it was typed.
package struct Repair: Hashable, Sendable {
  package var address: CellAddress
  /// What was typed.
  package var before: String
  /// What it was taken for.
  package var after: RepairedValue
  /// Why, in a few words: `a decimal comma`.
  package var rule: String

  package init(address: CellAddress, before: String, after: RepairedValue, rule: String) {
    self.address = address
    self.before = before
    self.after = after
    self.rule = rule
  }
}

/// What an entry was taken for.
package enum RepairedValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case date(ExcelDate)
}
