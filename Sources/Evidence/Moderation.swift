package import Statistics
import StudyModel

/// Effects regressed on one number, such as the sessions that were planned.
package struct ModeratorAnalysis: Sendable {
  package var name: String
  package var fit: MetaRegressionFit
}

/// A pooled effect for each kind of study, and whether they differ.
package struct SubgroupAnalysis: Sendable {
  package var by: String
  /// The names of the kinds, in the order of the comparison's levels.
  package var names: [String]
  package var comparison: SubgroupComparison
}

/// The studies that give the number, where there are enough of them.
func moderator(
  _ name: String, of studies: [PooledStudy], _ settings: PoolingSettings
) -> ModeratorAnalysis? {
  let known = studies.compactMap { study in
    study.moderators[name].flatMap { Double($0) }.map { (study, $0) }
  }
  let fit = try? metaRegression(
    estimates: known.map(\.0.estimate), variances: known.map(\.0.variance),
    moderators: [known.map(\.1)], estimator: settings.estimator, test: settings.test,
    level: settings.level)
  return fit.map { ModeratorAnalysis(name: name, fit: $0) }
}

/// Kinds of studies side by side; small kinds share one τ².
func subgroups(
  by name: String, of studies: [PooledStudy], _ settings: PoolingSettings
) -> SubgroupAnalysis? {
  let known = studies.compactMap { study in study.kind(by: name).map { (study, $0) } }
  let names = Set(known.map(\.1)).sorted()
  let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  let comparison = try? subgroupComparison(
    estimates: known.map(\.0.estimate), variances: known.map(\.0.variance),
    levels: known.map { numbers[$0.1] ?? 0 }, pooling: .common, estimator: settings.estimator,
    test: settings.test, level: settings.level)
  return comparison.map { SubgroupAnalysis(by: name, names: names, comparison: $0) }
}

extension PooledStudy {
  /// What kind of study it is, by a name that the analyst gives.
  fileprivate func kind(by name: String) -> String? {
    switch name {
    case "country": country
    case "phase": phase
    case "programme": programme
    case "design": design?.rawValue
    case "certainty": certainty
    case "area": area?.rawValue
    default: moderators[name]
    }
  }
}
