package import Cells

/// A rule for what may be typed into a range, with its two messages.
package struct ValidationPlan: Hashable, Sendable {
  package enum Rule: Hashable, Sendable {
    /// One of the entries of a defined name, offered as a list.
    ///
    /// A name, because a list within the rule breaks at commas, and a range of another sheet
    /// moves into an extension that several programs drop.
    case list(definedName: String)
    case wholeNumber(ClosedRange<Int>)
    case decimal(Bound, Bound)
    /// At most so many characters.
    case textLength(atMost: Int)
    case date(ExcelDate, ExcelDate)
    /// A formula for the top left cell, beginning with `=`.
    case formula(String)
    /// Anything goes: only the input message is wanted.
    case anything
  }

  /// A number, or a formula that gives one: `=lowestScore`.
  package enum Bound: Hashable, Sendable {
    case number(Double)
    case formula(String)
  }

  package enum Strictness: Hashable, Sendable {
    /// Refuses the entry.
    case stop
    /// Asks whether to keep it.
    case warn
    case inform
  }

  package var range: CellRange
  package var rule: Rule
  package var strictness = Strictness.stop
  package var allowsEmpty = true
  /// Title at most 32 UTF-16 units, message at most 255.
  package var input: Message?
  package var error: Message?

  package struct Message: Hashable, Sendable {
    package var title: String
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package init(_ range: CellRange, _ rule: Rule) {
    self.range = range
    self.rule = rule
  }
}

/// A highlight wherever a formula is true, for the top left cell and, moved, for the others.
package struct ConditionalFormatPlan: Hashable, Sendable {
  package var range: CellRange
  /// Begins with `=`.
  package var formula: String
  package var highlight: Highlight

  package init(_ range: CellRange, formula: String, highlight: Highlight) {
    self.range = range
    self.formula = formula
    self.highlight = highlight
  }
}
