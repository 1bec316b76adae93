import StudyModel

/// The mean of numbers; nil where there are none.
func mean(_ numbers: [Double]) -> Double? {
  numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
}

/// The sum of the squared distances from the mean.
func sumOfSquares(_ numbers: [Double]) -> Double {
  guard let centre = mean(numbers) else { return 0 }
  return numbers.map { ($0 - centre) * ($0 - centre) }.reduce(0, +)
}

/// The correlation of pairs of numbers; nil where one of the two does not vary.
func correlation(_ pairs: [(Double, Double)]) -> Double? {
  guard let first = mean(pairs.map(\.0)), let second = mean(pairs.map(\.1)) else { return nil }
  let product = pairs.map { ($0.0 - first) * ($0.1 - second) }.reduce(0, +)
  let scale =
    (sumOfSquares(pairs.map(\.0)) * sumOfSquares(pairs.map(\.1))).squareRoot()
  return scale > 0 ? product / scale : nil
}

/// A part of a whole in the words of a message: `7 of 24`.
func share(_ part: Int, of whole: Int) -> String { "\(part) of \(whole)" }

extension InterpretedRecord {
  /// The marks of the pupils who have both, in the order of their rows.
  func pairs(of outcome: Outcome) -> [(before: Double, after: Double)] {
    pupils.compactMap { pupil in
      guard let before = pupil.before(outcome), let after = pupil.after(outcome)
      else { return nil }
      return (before, after)
    }
  }
}
