import StudyModel
import Validation

/// What teaching one arm in small groups does to an effect and its variance.
///
/// Pupils of one small group share their lessons, so they tell less than as many pupils taught
/// one by one; the comparison pupils share nothing.
///
/// - Source: Hedges & Citkowicz (2015), as What Works Clearinghouse 5.0 uses it.
package struct PartialNesting: Sendable, Hashable {
  /// The effect is multiplied by the root of this: γ.
  package let effectFactor: Double
  /// The variance of the difference is multiplied by this: η.
  package let varianceInflation: Double
  /// h.
  package let degreesOfFreedom: Double

  /// - Parameters:
  ///   - treated: Pupils of the intervention arm.
  ///   - compared: Pupils of the comparison arm.
  ///   - groupSize: The mean size of the small groups.
  ///   - correlation: How alike pupils of one group are: ρ, 0 to 1.
  package init(treated: Int, compared: Int, groupSize: Double, correlation: Double) {
    let total = Double(treated + compared)
    let treated = Double(treated)
    let compared = Double(compared)
    effectFactor = 1 - (compared + groupSize - 2) * correlation / (total - 2)
    varianceInflation = 1 + (groupSize * compared / total - 1) * correlation
    let rest = 1 - correlation
    let top = (total - 2) * rest + (treated - groupSize) * correlation
    let bottom =
      (total - 2) * rest * rest + (treated - groupSize) * groupSize * correlation * correlation
      + 2 * (treated - groupSize) * rest * correlation
    degreesOfFreedom = top * top / bottom
  }
}

extension OutcomeSample {
  /// The mean size of the teaching groups of the complete pupils; four where nobody said.
  var meanGroupSize: Double {
    let treated = complete.filter { $0.arm == .intervention }
    let sizes = Dictionary(grouping: treated.compactMap(\.teachingGroup)) { $0 }.mapValues(\.count)
    guard !sizes.isEmpty else { return 4 }
    return Double(sizes.values.reduce(0, +)) / Double(sizes.count)
  }
}
