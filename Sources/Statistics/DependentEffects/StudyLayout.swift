/// Which effects belong to which study, and the model over them.
struct StudyLayout {
  /// The indices of the effects of each study, in rising order of the study's number.
  let members: [[Int]]
  let model: ThreeLevelModel

  init(
    of plain: MetaModel, studies: [Int], covariances: [SamplingCovariance]
  ) throws(EstimationError) {
    var groups: [Int: [Int]] = [:]
    for (effect, study) in studies.enumerated() { groups[study, default: []].append(effect) }
    let members = groups.sorted { $0.key < $1.key }.map(\.value)
    var shared: [Int: [SamplingCovariance]] = [:]
    for covariance in covariances {
      guard studies.indices.contains(covariance.first),
        studies.indices.contains(covariance.second), covariance.value.isFinite,
        studies[covariance.first] == studies[covariance.second]
      else { throw .invalid("a covariance names effects that are not of one study") }
      shared[studies[covariance.first], default: []].append(covariance)
    }
    self.members = members
    model = try ThreeLevelModel(
      studies: members.map { effects in
        var sampling = SmallMatrix(size: effects.count)
        for (place, effect) in effects.enumerated() {
          sampling[place, place] = plain.variances[effect]
        }
        for covariance in shared[studies[effects[0]]] ?? [] {
          guard let row = effects.firstIndex(of: covariance.first),
            let column = effects.firstIndex(of: covariance.second), row != column
          else { continue }
          sampling[row, column] = covariance.value
          sampling[column, row] = covariance.value
        }
        return ThreeLevelModel.Study(
          design: effects.map(plain.row), outcome: effects.map { plain.estimates[$0] },
          sampling: sampling)
      }, width: plain.width)
  }
}

extension ThreeLevelFit {
  init(
    layout: StudyLayout, plain: MetaModel, components: ThreeLevelModel.Components,
    fit: ThreeLevelSolution, shift: CentreShift, kind: LikelihoodKind, level: Double
  ) throws(EstimationError) {
    let covariance = shift.covariance(fit.inverse)
    let values = shift.coefficients(fit.coefficients)
    var coefficients: [CoefficientEstimate] = []
    var robust: [RobustCoefficient] = []
    let clusters = zip(layout.model.studies, fit.residuals).map { study, residuals in
      ClusterRobust.Cluster(
        design: study.design.map { row in shift.uncentred(row) }, residuals: residuals,
        covariance: layout.model.covariance(study, components))
    }
    for (column, value) in values.enumerated() {
      coefficients.append(
        try CoefficientEstimate(
          estimate: value, standardError: covariance[column, column].squareRoot(),
          degreesOfFreedom: nil, level: level))
      robust.append(
        try RobustCoefficient(
          estimate: value,
          of: ClusterRobust(clusters: clusters, inverse: covariance, column: column),
          level: level))
    }
    let joint =
      values.count > 1
      ? try JointTest(fit.coefficients, fit.inverse, test: .z, freedom: 0) : nil
    let q = try layout.model.solution(ThreeLevelModel.Components(study: 0, effect: 0))
    let form = zip(q.inverses, q.residuals).reduce(0) { $0 + $1.0.quadraticForm($1.1) }
    let freedom = plain.residualDegreesOfFreedom
    self.init(
      coefficients: coefficients,
      covariance: values.indices.map { row in values.indices.map { covariance[row, $0] } },
      studyVariance: components.study, effectVariance: components.effect,
      logLikelihood: layout.model.logLikelihood(fit, kind: kind), qm: joint?.statistic,
      qmP: joint?.p, q: form, qDegreesOfFreedom: freedom,
      qP: ChiSquared.upperTail(form, degreesOfFreedom: Double(freedom)),
      typicalVariance: try plain.typicalVariance(), studyCount: layout.members.count,
      effectCount: plain.count, robust: robust)
  }
}

extension RobustCoefficient {
  init(
    estimate: Double, of robust: ClusterRobust, level: Double
  ) throws(EstimationError) {
    let groups = Double(robust.count)
    let freedom = groups - Double(robust.inverse.size)
    let cr0 = robust.standardError(.none)
    self.init(
      clusterCount: robust.count, cr0: cr0,
      cr1: freedom > 0
        ? try? CoefficientEstimate(
          estimate: estimate, standardError: cr0 * (groups / freedom).squareRoot(),
          degreesOfFreedom: freedom, level: level) : nil,
      cr2: try? CoefficientEstimate(
        estimate: estimate, standardError: robust.standardError(.halfInverse),
        degreesOfFreedom: robust.satterthwaite(.halfInverse), level: level))
    try EstimationError.check(cr0)
  }
}

/// A pooled effect, or a regression on moderators, with standard errors that hold whatever the
/// dependence within clusters of effects.
///
/// - Throws: as `metaRegression`; `tooFewObservations` below two clusters.
/// - Source: Hedges, Tipton and Johnson (2010); Pustejovsky and Tipton (2018).
package func robustCoefficients(
  estimates: [Double], variances: [Double], clusters: [Int], moderators: [[Double]] = [],
  estimator: HeterogeneityEstimator = .REML, level: Double = 0.95
) throws(EstimationError) -> [RobustCoefficient] {
  let regression = try ModeratorModel(
    estimates: estimates, variances: variances, moderators: moderators)
  let (model, shift) = (regression.model, regression.shift)
  guard clusters.count == estimates.count else {
    throw .invalid("the lists of effects and clusters differ in length")
  }
  let tau2 = try model.heterogeneity(estimator).tau2
  let fit = try model.solution(tau2: tau2)
  let layout = try StudyLayout(of: model, studies: clusters, covariances: [])
  guard layout.members.count > 1 else {
    throw .tooFewObservations(needed: 2, found: layout.members.count)
  }
  let values = shift.coefficients(fit.coefficients)
  let parts = zip(layout.members, layout.model.studies).map { effects, study in
    ClusterRobust.Cluster(
      design: study.design.map { shift.uncentred($0) },
      residuals: effects.map {
        model.estimates[$0] - model.fitted($0, fit.coefficients)
      },
      covariance: layout.model.covariance(
        study, ThreeLevelModel.Components(study: 0, effect: tau2)))
  }
  var result: [RobustCoefficient] = []
  for (column, value) in values.enumerated() {
    result.append(
      try RobustCoefficient(
        estimate: value,
        of: ClusterRobust(
          clusters: parts, inverse: shift.covariance(fit.inverse), column: column),
        level: level))
  }
  return result
}
