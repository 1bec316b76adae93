package import Statistics

/// Whether studies with small effects may be missing.
package enum SmallStudyFindings: Sendable {
  /// Why nothing is said.
  case notLookedAt(reason: String)
  case found(SmallStudyTests)
}

/// The tests that readers expect, and the one that is valid for standardised differences.
///
/// Each is nil where it could not be computed.
package struct SmallStudyTests: Sendable {
  package var egger: SmallStudyRegression?
  /// On √(1/n₁ + 1/n₂), which does not go with the effect by construction.
  package var precision: SmallStudyRegression?
  package var rankTest: RankCorrelationTest?
  package var trimAndFill: TrimAndFill?
  package var precisionEffect: PrecisionEffect?
  package var failSafe: FailSafeNumbers?
  /// One-sided p at 0.025.
  package var selection: SelectionModelFit?
  /// The tests that are nil because there are too many studies for them.
  package var leftOutForSize: [SizeLimit] = []
}

/// Looks at the studies from ten on; with fewer, no such test can tell anything.
func smallStudyFindings(
  _ studies: [PooledStudy], _ settings: PoolingSettings
) -> SmallStudyFindings {
  guard studies.count >= 10 else { return .notLookedAt(reason: "fewer than 10 studies") }
  let estimates = studies.map(\.estimate)
  let variances = studies.map(\.variance)
  let precisions = studies.compactMap(\.precision)
  return .found(
    SmallStudyTests(
      egger: try? eggerTest(estimates: estimates, variances: variances, level: settings.level),
      precision: precisions.count == studies.count
        ? try? precisionTest(
          estimates: estimates, precisions: precisions, level: settings.level) : nil,
      rankTest: try? rankTest(estimates: estimates, variances: variances),
      trimAndFill: try? trimAndFill(
        estimates: estimates, variances: variances, estimator: settings.estimator,
        test: settings.test, level: settings.level),
      precisionEffect: try? precisionEffect(
        estimates: estimates, variances: variances, level: settings.level),
      failSafe: try? failSafeNumbers(estimates: estimates, variances: variances),
      selection: SizeLimit.selection.allows(studies.count)
        ? try? selectionModel(estimates: estimates, variances: variances, level: settings.level)
        : nil,
      leftOutForSize: [.rankTest, .selection].filter { !$0.allows(studies.count) }))
}
