package import Statistics

/// How studies are pooled, as the analyst asks for it.
package struct PoolingSettings: Sendable, Hashable {
  package var estimator: HeterogeneityEstimator
  package var test: SummaryTest
  package var variance: PoolingVariance
  package var level: Double
  package var order: StudyOrder
  /// Numbers that studies are regressed on, by name.
  package var moderators: [String]
  /// Kinds by which studies are compared: `country`, `phase`, or the name of an answer.
  package var groupings: [String]
  /// The effect that the evidence should be able to find, in standard deviations.
  package var target: Double
  /// How often moderators are dealt out by chance; 0 for never.
  package var permutations: Int

  package init(
    estimator: HeterogeneityEstimator = .REML, test: SummaryTest = .knha,
    variance: PoolingVariance = .pooled, level: Double = 0.95, order: StudyOrder = .date,
    moderators: [String] = [], groupings: [String] = [],
    target: Double = 0.2, permutations: Int = 999
  ) {
    self.estimator = estimator
    self.test = test
    self.variance = variance
    self.level = level
    self.order = order
    self.moderators = moderators
    self.groupings = groupings
    self.target = target
    self.permutations = permutations
  }
}

/// The order in which studies are added one by one.
package enum StudyOrder: String, Sendable, Hashable, CaseIterable {
  /// By date; those without one last, in the order given.
  case date
  case asGiven = "as-given"
}
