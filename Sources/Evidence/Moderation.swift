package import Statistics
import StudyModel

/// Effects regressed on what may move them, such as the sessions that were planned.
package struct ModeratorAnalysis: Sendable {
  /// As it was asked for: `weeks`, `weeks + country`, `weeks * country`.
  package var name: String
  /// Of the coefficients after the intercept.
  package var names: [String]
  /// The studies that give every answer, and what they give, one array for each coefficient.
  package var studies: [String]
  package var columns: [[Double]]
  package var fit: MetaRegressionFit
  /// How often answers dealt out to other studies explain as much.
  package var permutation: PermutationTest?
  /// Whether that is nil because there are too many studies.
  package var isPermutationLeftOut = false
}

/// A pooled effect for each kind of study, and whether they differ.
package struct SubgroupAnalysis: Sendable {
  package var by: String
  /// The names of the kinds, in the order of the comparison's levels.
  package var names: [String]
  package var comparison: SubgroupComparison
  /// Each kind with its own τ²; nil where a kind has too few studies for it.
  package var separate: SubgroupComparison?
}

/// The studies that give every answer that the formula names.
///
/// - Throws: Where there are too few, or where they all say the same.
func moderation(
  _ formula: String, of studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> ModeratorAnalysis {
  let design = try ModeratorDesign(formula, of: studies)
  let known = design.studies
  let isAskedFor = settings.permutations > 0
  let isWithinLimit = SizeLimit.permutation.allows(known.count)
  let fit = try metaRegression(
    estimates: known.map(\.estimate), variances: known.map(\.variance),
    moderators: design.columns, estimator: settings.estimator, test: settings.test,
    level: settings.level)
  return ModeratorAnalysis(
    name: formula, names: design.names, studies: known.map(\.id), columns: design.columns,
    fit: fit,
    permutation: isAskedFor && isWithinLimit
      ? try? permutationTest(
        estimates: known.map(\.estimate), variances: known.map(\.variance),
        moderators: design.columns, estimator: settings.estimator, test: settings.test,
        draws: settings.permutations) : nil,
    isPermutationLeftOut: isAskedFor && !isWithinLimit)
}

/// Kinds of studies side by side; small kinds share one τ².
func subgroups(
  by name: String, of studies: [PooledStudy], _ settings: PoolingSettings
) throws(EstimationError) -> SubgroupAnalysis {
  let known = studies.compactMap { study in study.kind(by: name).map { (study, $0) } }
  let names = Set(known.map(\.1)).sorted()
  let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  func compare(
    _ pooling: SubgroupComparison.Pooling
  ) throws(EstimationError) -> SubgroupComparison {
    try subgroupComparison(
      estimates: known.map(\.0.estimate), variances: known.map(\.0.variance),
      levels: known.map { numbers[$0.1] ?? 0 }, pooling: pooling,
      estimator: settings.estimator, test: settings.test, level: settings.level)
  }
  return SubgroupAnalysis(
    by: name, names: names, comparison: try compare(.common), separate: try? compare(.separate))
}

extension EstimationError {
  /// The reason in words about studies, not groups of pupils.
  var reasonAmongStudies: String {
    switch self {
    case .noComparison: "they are all of one kind, or do not say"
    case .collinear: "the studies that tell all say the same, or two answers always go together"
    case .tooFewObservations(let needed, let found):
      "\(needed) studies that tell are needed, and there \(found == 1 ? "is" : "are") \(found)"
    default: reason
    }
  }
}
