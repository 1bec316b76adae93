/// A range from `low` to `high`, both ends included.
package struct Interval: Hashable, Sendable, Codable {
  package let low: Double
  package let high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The interval `halfWidth` to either side of `centre`.
  package init(centre: Double, halfWidth: Double) {
    self.init(low: centre - halfWidth, high: centre + halfWidth)
  }

  package var width: Double { high - low }

  package var isFinite: Bool { low.isFinite && high.isFinite }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Both ends times `factor`, in order.
  package func scaled(by factor: Double) -> Interval {
    Interval(low: min(low * factor, high * factor), high: max(low * factor, high * factor))
  }

  /// The same interval of what is measured in the other direction.
  package var mirrored: Interval { Interval(low: -high, high: -low) }
}
