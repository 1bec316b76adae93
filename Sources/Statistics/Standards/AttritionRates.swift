/// How many of those allocated are lost to the analysis, as shares.
package struct AttritionRates: Sendable, Hashable, Codable {
  package let overall: Double
  package let intervention: Double
  package let comparison: Double

  /// - Throws: `noComparison` when nobody was allocated to an arm; `invalid` when more were
  ///   analysed than allocated.
  package init(
    allocated: (intervention: Int, comparison: Int),
    analysed: (intervention: Int, comparison: Int)
  ) throws(EstimationError) {
    guard allocated.intervention > 0, allocated.comparison > 0 else { throw .noComparison }
    guard (0...allocated.intervention).contains(analysed.intervention),
      (0...allocated.comparison).contains(analysed.comparison)
    else { throw .invalid("more pupils were analysed than allocated") }
    intervention = 1 - Double(analysed.intervention) / Double(allocated.intervention)
    comparison = 1 - Double(analysed.comparison) / Double(allocated.comparison)
    let stayed = Double(analysed.intervention + analysed.comparison)
    overall = 1 - stayed / Double(allocated.intervention + allocated.comparison)
  }

  /// Intervention less comparison.
  package var signedDifferential: Double { intervention - comparison }
  package var differential: Double { abs(signedDifferential) }
  package var category: AttritionCategory {
    attritionCategory(overall: overall, differential: differential)
  }
}

/// How alike two groups were before, by |g| of the before-marks.
package enum BaselineCategory: String, Sendable, Codable, CaseIterable {
  /// Up to 0.05.
  case satisfied
  /// Up to 0.25: alike enough once the analysis adjusts for the before-mark.
  case adjust
  /// Above.
  case notSatisfied = "not satisfied"

  /// - Parameter g: With the approximate correction, as the What Works Clearinghouse defines it.
  package init(approximateG g: Double) {
    self = abs(g) <= 0.05 ? .satisfied : abs(g) <= 0.25 ? .adjust : .notSatisfied
  }
}
