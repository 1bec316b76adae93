/// What an analysis is told from outside; nothing is read inside it.
package struct AnalysisSettings: Sendable, Hashable {
  /// The level of every interval, such as 0.95.
  package var level: Double
  /// The smallest effect, in standard deviations, that would matter: about a month.
  package var smallestEffectThatMatters: Double
  /// The intra-class correlation assumed for pupils taught in small groups.
  ///
  /// - Source: What Works Clearinghouse 5.0, as quoted in `docs/methods.md`.
  package var assumedGroupCorrelation: Double
  /// For tests that draw at random, and for marks that are filled in.
  package var seed: UInt64
  /// Up to this many allocations a randomisation test goes through all of them.
  package var enumeratedAllocations: Double = 200_000
  /// How many allocations it draws otherwise.
  package var drawnAllocations: Int = 9_999
  /// How often missing marks are filled in, where more than ``missingThatMatters`` are missing.
  package var imputations: Int = 50
  /// The share of pupils without a pair of marks above which the marks are filled in.
  ///
  /// - Source: Education Endowment Foundation, statistical analysis guidance.
  package var missingThatMatters: Double = 0.05
  /// Fewer pupils than this in an arm, and a kind of pupil is not looked at by itself.
  package var fewestInSubgroup: Int = 10
  /// The effect that schools together should be able to find: about three months.
  package var effectToFind: Double = 0.2
  /// The standard deviation of true effects between schools that is assumed for this.
  package var assumedSpreadOfSchools: Double = 0.15

  package init(
    level: Double = 0.95, smallestEffectThatMatters: Double = 0.05,
    assumedGroupCorrelation: Double = 0.1, seed: UInt64 = 20_260_101
  ) {
    self.level = level
    self.smallestEffectThatMatters = smallestEffectThatMatters
    self.assumedGroupCorrelation = assumedGroupCorrelation
    self.seed = seed
  }
}
