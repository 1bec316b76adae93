import Statistics
import StudyModel

extension [OutcomeAnalysis] {
  /// Says of each result how it varies with the one before it, where both roles of one outcome were
  /// compared with the same pupils.
  mutating func addCovariances(comparisonPupils: [[String]]) {
    for index in indices.dropFirst() {
      let (one, other) = (self[index - 1], self[index])
      guard one.outcome == other.outcome, one.role != other.role,
        !comparisonPupils[index].isEmpty, comparisonPupils[index] == comparisonPupils[index - 1],
        let first = one.ofComparison, let second = other.ofComparison
      else { continue }
      let compared = comparisonPupils[index].count
      self[index].details.covarianceWithPrevious = try? sharedComparisonCovariance(
        first, second, comparison: compared,
        total: compared + one.treated + other.treated)
    }
  }
}

extension OutcomeAnalysis {
  fileprivate var treated: Int { flow.analysed[.intervention] ?? 0 }

  /// The effect, with what the before-marks leave of the variance.
  fileprivate var ofComparison: (g: Double, residualRatio: Double)? {
    guard let effect, let compared = flow.analysed[.comparison], treated > 0, compared > 0
    else { return nil }
    let standardized = effect.differenceStandardError / effect.pooledStandardDeviation
    let size = Double(treated * compared) / Double(treated + compared)
    return (effect.g, standardized * standardized * size)
  }
}
