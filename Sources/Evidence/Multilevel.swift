package import Statistics

/// The average of effects within studies: three levels, with a standard error that holds whatever
/// the effects of one study have in common.
package struct MultilevelAnalysis: Sendable {
  package var fit: ThreeLevelFit
}

/// Nil where every study has one effect, or the model cannot be fitted; nor is it with more than ten
/// thousand studies, of which each has a matrix of its own.
func multilevel(
  _ studies: [PooledStudy], _ settings: PoolingSettings
) -> MultilevelAnalysis? {
  guard studies.count <= 10_000, studies.contains(where: { $0.parts.count > 1 }) else { return nil }
  let parts = studies.enumerated().flatMap { number, study in
    study.parts.map { (study: number, part: $0) }
  }
  let covariances = parts.indices.filter { parts[$0].part.covarianceWithPrevious != 0 }.map {
    SamplingCovariance(first: $0 - 1, second: $0, value: parts[$0].part.covarianceWithPrevious)
  }
  let fit = try? threeLevelFit(
    estimates: parts.map(\.part.estimate), variances: parts.map(\.part.variance),
    studies: parts.map(\.study), covariances: covariances, level: settings.level)
  return fit.map(MultilevelAnalysis.init(fit:))
}
