package import Statistics

/// The average of effects within studies: three levels, with a standard error that holds whatever
/// the effects of one study have in common.
package struct MultilevelAnalysis: Sendable {
  package var fit: ThreeLevelFit
}

/// Whether any study has several effects, so that there is something to take apart.
func hasEffectsWithinStudies(_ studies: [PooledStudy]) -> Bool {
  studies.contains { $0.parts.count > 1 }
}

/// Nil where every study has one effect, where the model cannot be fitted, and above the limit.
func multilevel(
  _ studies: [PooledStudy], _ settings: PoolingSettings
) -> MultilevelAnalysis? {
  guard SizeLimit.multilevel.allows(studies.count), hasEffectsWithinStudies(studies) else {
    return nil
  }
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
