/// A range, both ends in it.
package struct Interval: Hashable, Sendable, Codable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
