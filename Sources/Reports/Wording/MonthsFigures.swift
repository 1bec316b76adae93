import Analysis
import Statistics

/// Months of progress as the tables print them: `+4`, and `over +12` past the end of the table.
struct MonthsFigures: Sendable, Hashable {
  var estimate: MonthsFigure
  var low: MonthsFigure
  var high: MonthsFigure

  init(of effect: EffectEstimate) {
    estimate = MonthsFigure(effect.months.estimate, of: effect.g)
    low = MonthsFigure(effect.months.low, of: effect.interval.low)
    high = MonthsFigure(effect.months.high, of: effect.interval.high)
  }

  /// `−2 to +9`; `over +12` alone where both ends lie past the same end of the table, as `over +12 to
  /// over +12` would look like a range without a width.
  var range: String {
    low.isBeyond && low == high ? low.text : "\(low.text) to \(high.text)"
  }
}

/// One figure of months.
struct MonthsFigure: Sendable, Hashable {
  var months: Int
  /// Whether the effect is larger than any that the table turns into months.
  var isBeyond: Bool

  init(_ months: Int, of effect: Double) {
    self.months = months
    isBeyond = MonthsTable.ends(before: effect)
  }

  var text: String {
    let number = NumberStyle.signed(Double(months), digits: 0)
    guard isBeyond else { return number }
    return (months < 0 ? "under " : "over ") + number
  }
}
