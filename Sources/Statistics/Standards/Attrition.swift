/// How much attrition could bias a comparison, by the published boundary.
package enum AttritionCategory: String, Sendable, Codable, CaseIterable {
  /// Low even under the cautious assumption.
  case low
  /// Low only when leaving has little to do with the marks.
  case lowIfOptimistic
  case high
}

/// The largest difference in attrition between arms that is still low, for an overall attrition.
///
/// All are shares between 0 and 1. The overall share is rounded to the nearest whole per cent, the
/// unit of the table.
/// - Returns: nil above 57 per cent, where no difference is small enough.
/// - Source: What Works Clearinghouse Standards Handbook 4.0, table II.1, the same in 5.0.
package func attritionBoundary(
  overall: Double
) -> (cautious: Double, optimistic: Double)? {
  guard overall >= 0, overall <= 1 else { return nil }
  let percent = Int((overall * 100).rounded())
  guard cautiousBoundary.indices.contains(percent) else { return nil }
  return (cautiousBoundary[percent] / 100, optimisticBoundary[percent] / 100)
}

/// The category of an overall attrition and a difference between arms, both shares.
package func attritionCategory(overall: Double, differential: Double) -> AttritionCategory {
  guard let boundary = attritionBoundary(overall: overall) else { return .high }
  // A difference that is the boundary itself must not fall above it by rounding.
  let difference = abs(differential) - 1e-9
  if difference <= boundary.cautious { return .low }
  return difference <= boundary.optimistic ? .lowIfOptimistic : .high
}

/// Percentage points, for an overall attrition of 0, 1, … 57 per cent.
private let cautiousBoundary: [Double] = [
  5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3,
  6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7, 5.5,
  5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3,
  4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8,
  2.6, 2.5, 2.3, 2.1, 2.0, 1.8, 1.6, 1.5, 1.3, 1.2,
  1.0, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0.0,
]

private let optimisticBoundary: [Double] = [
  10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9,
  10.9, 10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6, 10.5, 10.3,
  10.2, 10.0, 9.9, 9.7, 9.5, 9.4, 9.2, 9.0, 8.8, 8.6,
  8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0, 6.7, 6.5,
  6.3, 6.0, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2,
  3.9, 3.7, 3.5, 3.2, 3.0, 2.8, 2.6, 2.3,
]

/// The largest bias that attrition could have caused, in standard deviations, under an assumption
/// of how strongly leaving goes with the marks.
///
/// α_t·φ(z_t)/p_t − α_c·φ(z_c)/p_c, p the shares who stayed and z their normal quantiles; the
/// boundary of the table is where it reaches 0.055.
/// - Returns: nil when nobody stayed in an arm.
package func impliedAttritionBias(
  _ rates: AttritionRates, assumption: AttritionAssumption
) -> Double? {
  let strengths = assumption == .cautious ? (0.45, 0.39) : (0.27, 0.22)
  func pull(_ lost: Double) -> Double? {
    if lost <= 0 { return 0 }
    guard lost < 1 else { return nil }
    let stayed = 1 - lost
    return Normal.density(Normal.quantile(stayed)) / stayed
  }
  let (more, less) = (
    max(rates.intervention, rates.comparison), min(rates.intervention, rates.comparison)
  )
  guard let first = pull(more), let second = pull(less) else { return nil }
  return strengths.0 * first - strengths.1 * second
}

/// How strongly leaving is assumed to go with the marks.
package enum AttritionAssumption: String, Sendable, Codable, CaseIterable {
  case cautious
  case optimistic
}
