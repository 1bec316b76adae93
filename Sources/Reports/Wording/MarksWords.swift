import Analysis
import Statistics
import StudyModel

/// Differences and gains in marks, in words.
enum MarksWords {
  /// `about 2.1 marks more on a test of 40 marks`.
  static func estimate(_ difference: Double, on outcome: Outcome) -> String {
    let text = NumberStyle.decimal(abs(difference), digits: 1)
    guard let direction = direction(of: difference) else {
      return "about the same marks on \(test(outcome))"
    }
    return "about \(text) \(unit(text)) \(direction.amount) on \(test(outcome))"
  }

  /// `anywhere from 0.8 marks less to 5.0 marks more`; the end against the estimate first.
  static func range(_ interval: Interval, estimate: Double) -> String {
    let ends = [interval.low, interval.high]
    return between(
      estimate < 0 ? ends.reversed() : ends, none: "no difference", word: \.amount)
  }

  /// `went up by 3.2 marks on average`.
  static func gain(_ mean: Double) -> String {
    let text = NumberStyle.decimal(abs(mean), digits: 1)
    guard let direction = direction(of: mean) else { return "stayed the same on average" }
    return "went \(direction.way) by \(text) \(unit(text)) on average"
  }

  /// `anywhere from 1.2 marks down to 4.0 marks up`.
  static func gainRange(_ interval: Interval) -> String {
    between([interval.low, interval.high], none: "no change", word: \.way)
  }

  /// `a test of 40 marks`.
  static func test(_ outcome: Outcome) -> String {
    let highest = NumberStyle.shortest(outcome.maximum)
    guard outcome.minimum != 0 else { return "a test of \(highest) marks" }
    return "a test marked from \(NumberStyle.shortest(outcome.minimum)) to \(highest)"
  }

  private static func between(
    _ ends: [Double], none: String, word: (Direction) -> String
  ) -> String {
    let texts = ends.map { NumberStyle.decimal(abs($0), digits: 1) }
    let directions = ends.map(direction)
    if let direction = directions[0], directions[1] == direction {
      return "anywhere from \(texts[0]) to \(texts[1]) \(unit(texts[1])) \(word(direction))"
    }
    let parts = zip(texts, directions).map { text, direction in
      direction.map { "\(text) \(unit(text)) \(word($0))" } ?? none
    }
    return "anywhere from \(parts[0]) to \(parts[1])"
  }

  /// The direction as printed: nil where one decimal shows nothing.
  private static func direction(of difference: Double) -> Direction? {
    abs(difference) < 0.05 ? nil : Direction(of: difference)
  }

  private static func unit(_ number: String) -> String { number == "1.0" ? "mark" : "marks" }
}
