/// A pooled effect where studies give several effects each.
package struct ThreeLevelFit: Sendable, Hashable, Codable {
  /// The intercept first, then one per moderator; with z.
  package let coefficients: [CoefficientEstimate]
  package let covariance: [[Double]]
  /// The variance between studies and that between effects of a study.
  package let studyVariance: Double
  package let effectVariance: Double
  package let logLikelihood: Double
  /// The moderators together; nil without any.
  package let qm: Double?
  package let qmP: Double?
  /// Cochran's, what the moderators leave of it.
  package let q: Double
  package let qDegreesOfFreedom: Int
  package let qP: Double
  /// What I² is measured against.
  package let typicalVariance: Double
  package let studyCount: Int
  package let effectCount: Int
  /// The first coefficient with CR2 standard errors by study and Satterthwaite's t; nil where
  /// there are too few studies for it.
  package let robust: [RobustCoefficient]

  package var summary: CoefficientEstimate { coefficients[0] }
  /// The share of the variance of true effects that lies between studies; nil when there is none.
  package var intraclassCorrelation: Double? {
    let total = studyVariance + effectVariance
    return total > 0 ? studyVariance / total : nil
  }
  /// The shares of all variation, in per cent.
  package var i2: (total: Double, study: Double, effect: Double) {
    let all = studyVariance + effectVariance + typicalVariance
    return (
      100 * (studyVariance + effectVariance) / all, 100 * studyVariance / all,
      100 * effectVariance / all
    )
  }
  /// Where one more effect of one more study would lie.
  package var predictionInterval: Interval {
    let critical = (summary.interval.high - summary.estimate) / summary.standardError
    let squared = studyVariance + effectVariance + summary.standardError * summary.standardError
    return Interval(centre: summary.estimate, halfWidth: critical * squared.squareRoot())
  }
}

/// One coefficient with standard errors that hold whatever the dependence within clusters.
package struct RobustCoefficient: Sendable, Hashable, Codable {
  package let clusterCount: Int
  package let cr0: Double
  /// CR0 times √(G/(G − p)), with t on G − p; nil when there are no more clusters than coefficients.
  package let cr1: CoefficientEstimate?
  /// With Satterthwaite's degrees of freedom; nil where they do not exist.
  package let cr2: CoefficientEstimate?
}

/// Fits effects within studies by (restricted) maximum likelihood.
///
/// One element per effect: `studies` names the study; `covariances` are those of the sampling errors
/// of two effects of one study, by their indices, such as two roles with the same comparison group.
/// - Throws: `tooFewObservations` unless there are more effects than coefficients and two studies;
///   `collinear`, `invalid`, `noConvergence`.
/// - Source: Konstantopoulos (2011); metafor's `rma.mv(random = ~ 1 | study/effect)`, clubSandwich.
package func threeLevelFit(
  estimates: [Double], variances: [Double], studies: [Int], moderators: [[Double]] = [],
  covariances: [SamplingCovariance] = [], kind: LikelihoodKind = .REML, level: Double = 0.95
) throws(EstimationError) -> ThreeLevelFit {
  let regression = try ModeratorModel(
    estimates: estimates, variances: variances, moderators: moderators)
  let plain = regression.model
  guard studies.count == estimates.count else {
    throw .invalid("the lists of effects and studies differ in length")
  }
  let layout = try StudyLayout(
    of: plain, studies: studies, covariances: covariances)
  guard layout.members.count > 1 else {
    throw .tooFewObservations(needed: 2, found: layout.members.count)
  }
  let components = try layout.model.components(kind: kind)
  let fit = try layout.model.solution(components)
  return try ThreeLevelFit(
    layout: layout, plain: plain, components: components, fit: fit, shift: regression.shift,
    kind: kind,
    level: level)
}

/// The covariance of the sampling errors of two effects.
package struct SamplingCovariance: Sendable, Hashable {
  package let first: Int
  package let second: Int
  package let value: Double

  package init(first: Int, second: Int, value: Double) {
    self.first = first
    self.second = second
    self.value = value
  }
}
