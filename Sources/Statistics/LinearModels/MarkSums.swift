/// Sums over the before- and after-marks of some pupils: all that a two-arm model needs of them.
///
/// Sums of different schools and machines can be added in any order; no pupil can be read from them.
package struct MarkSums: Sendable, Hashable, Codable {
  package let count: Int
  package let before: Double
  package let after: Double
  package let beforeSquared: Double
  package let afterSquared: Double
  package let product: Double

  package init(
    count: Int, before: Double, after: Double, beforeSquared: Double, afterSquared: Double,
    product: Double
  ) {
    self.count = count
    self.before = before
    self.after = after
    self.beforeSquared = beforeSquared
    self.afterSquared = afterSquared
    self.product = product
  }

  /// Of pupils with both marks.
  package init(before: [Double], after: [Double]) {
    let pairs = zip(before, after)
    self.init(
      count: min(before.count, after.count), before: pairs.reduce(0) { $0 + $1.0 },
      after: pairs.reduce(0) { $0 + $1.1 }, beforeSquared: pairs.reduce(0) { $0 + $1.0 * $1.0 },
      afterSquared: pairs.reduce(0) { $0 + $1.1 * $1.1 },
      product: pairs.reduce(0) { $0 + $1.0 * $1.1 })
  }

  package static let none = MarkSums(before: [], after: [])

  package static func + (left: MarkSums, right: MarkSums) -> MarkSums {
    MarkSums(
      count: left.count + right.count, before: left.before + right.before,
      after: left.after + right.after, beforeSquared: left.beforeSquared + right.beforeSquared,
      afterSquared: left.afterSquared + right.afterSquared,
      product: left.product + right.product)
  }

  package var beforeSummary: GroupSummary {
    GroupSummary(count: count, sum: before, sumOfSquares: beforeSquared)
  }

  package var afterSummary: GroupSummary {
    GroupSummary(count: count, sum: after, sumOfSquares: afterSquared)
  }

  /// Σ(x − x̄)(y − ȳ).
  var deviationProduct: Double {
    count > 0 ? product - before * after / Double(count) : 0
  }
}

/// The sums of the two arms of one block.
package struct BlockSums: Sendable, Hashable, Codable {
  package let intervention: MarkSums
  package let comparison: MarkSums

  package init(intervention: MarkSums, comparison: MarkSums) {
    self.intervention = intervention
    self.comparison = comparison
  }

  var both: MarkSums { intervention + comparison }
}
