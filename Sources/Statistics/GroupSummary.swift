/// How many values there are, their mean and their spread.
package struct GroupSummary: Hashable, Sendable, Codable {
  package var count: Int
  package var mean: Double
  /// With n − 1; nil below two values.
  package var standardDeviation: Double?

  package init(count: Int, mean: Double, standardDeviation: Double?) {
    self.count = count
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}
