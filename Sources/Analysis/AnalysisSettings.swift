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
  /// For tests that draw at random.
  package var seed: UInt64

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
