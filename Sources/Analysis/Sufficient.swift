import StudyModel
import Validation

extension OutcomeSample {
  /// The sums of the complete pupils, by arm; pupils come in the order of their codes.
  func sufficientStatistics() -> [SufficientStatistics] {
    Arm.allCases.map { arm in
      let (before, after) = marks(of: arm)
      return SufficientStatistics(
        arm: arm, block: "", count: before.count, sumBefore: before.reduce(0, +),
        sumAfter: after.reduce(0, +), sumBeforeSquared: before.reduce(0) { $0 + $1 * $1 },
        sumAfterSquared: after.reduce(0) { $0 + $1 * $1 },
        sumBeforeAfter: zip(before, after).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }
}
