/// What a programme wants to improve, and the test that measures it before and after.
package struct Outcome: Hashable, Sendable {
  /// The name that data and programs use: `reading`.
  package var id: String
  /// The words for it in the middle of a sentence: `reading`.
  package var label: String
  /// The name of the test.
  package var test: String
  /// The lowest mark that the test can give.
  package var minimum: Double
  /// The highest mark that the test can give.
  package var maximum: Double

  package init(id: String, label: String, test: String, minimum: Double = 0, maximum: Double) {
    self.id = id
    self.label = label
    self.test = test
    self.minimum = minimum
    self.maximum = maximum
  }

  /// How many items the test has, where each is worth one mark; nil where it cannot be told.
  package var itemCount: Int? {
    guard minimum == 0, (1...100).contains(maximum), maximum == maximum.rounded() else {
      return nil
    }
    return Int(maximum)
  }

  /// The marks that are possible.
  package var bounds: ClosedRange<Double> { minimum...max(minimum, maximum) }
}
