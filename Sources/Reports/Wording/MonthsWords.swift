package import Analysis
import Statistics

/// Months of progress in words: whole months, more or less, never a minus sign.
package struct MonthsWords: Sendable, Hashable {
  /// `about 4 months more progress`.
  package var estimate: String
  /// `anywhere from 2 months less to 9 months more`.
  package var range: String

  /// The estimate of an effect, and both ends of its interval.
  package init(of effect: EffectEstimate) {
    self.init(months: effect.months, estimate: effect.g, interval: effect.interval)
  }

  /// The sign of the estimate, in standard deviations, decides which end comes first.
  init(months: MonthsOfProgress, estimate g: Double, interval: Interval) {
    let middle = Amount(months.estimate, of: g)
    let low = Amount(months.low, of: interval.low)
    let high = Amount(months.high, of: interval.high)
    estimate =
      middle.direction.map { "\(middle.about) \($0.amount) progress" }
      ?? "about the same progress"
    range = g < 0 ? Self.range(from: high, to: low) : Self.range(from: low, to: high)
  }

  /// The end that is further against the estimate comes first, so that flipping the sign of a
  /// result swaps the words and nothing else.
  private static func range(from first: Amount, to second: Amount) -> String {
    guard let one = first.direction, let other = second.direction, one == other else {
      return first.direction == second.direction
        ? "less than one month either way" : "anywhere from \(first.text) to \(second.text)"
    }
    guard first.months != second.months else {
      return first.isBeyond
        ? "\(first.about) \(one.amount)" : "around \(first.months) \(one.amount)"
    }
    return "anywhere from \(first.number) to \(second.months) \(one.amount)"
  }
}

/// One figure of months, its size and its direction apart.
private struct Amount {
  var direction: Direction?
  /// `4`, `over 12`.
  var number: String
  /// `4 months`, `1 month`.
  var months: String
  /// `about 4 months`, `more than 12 months`.
  var about: String
  /// Whether it lies past the end of the table.
  var isBeyond: Bool

  init(_ value: Int, of effect: Double) {
    direction = Direction(of: Double(value))
    isBeyond = MonthsTable.ends(before: effect)
    let plain = "\(abs(value)) \(abs(value) == 1 ? "month" : "months")"
    // Past the end of the table no number of months is given.
    number = isBeyond ? "over \(abs(value))" : "\(abs(value))"
    months = isBeyond ? "over \(plain)" : plain
    about = isBeyond ? "more than \(plain)" : "about \(plain)"
  }

  /// `4 months more`, `no difference`.
  var text: String { direction.map { "\(months) \($0.amount)" } ?? "no difference" }
}
