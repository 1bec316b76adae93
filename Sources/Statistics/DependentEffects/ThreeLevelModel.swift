/// Effects within studies: y = Xβ + study + effect + sampling error, by sums over studies.
///
/// The covariance of a study is its sampling covariance, plus σ²_effect on the diagonal, plus
/// σ²_study everywhere. Matrices are the size of one study's effects.
struct ThreeLevelModel {
  /// The effects of one study.
  struct Study {
    /// By row: one row per effect.
    let design: [[Double]]
    let outcome: [Double]
    let sampling: SmallMatrix

    /// A row of `inverse`·X.
    func projected(_ inverse: SmallMatrix, row: Int) -> [Double] {
      design[row].indices.map { column in
        outcome.indices.reduce(0) { $0 + inverse[row, $1] * design[$1][column] }
      }
    }
  }

  /// The two variances between true effects.
  struct Components: Hashable {
    var study: Double
    var effect: Double

    subscript(index: Int) -> Double {
      get { index == 0 ? study : effect }
      set { if index == 0 { study = newValue } else { effect = newValue } }
    }
  }

  let studies: [Study]
  let width: Int
  let count: Int
  /// ln|X'X|, for the constant of the restricted likelihood.
  let logDesign: Double

  init(studies: [Study], width: Int) throws(EstimationError) {
    self.studies = studies
    self.width = width
    count = studies.reduce(0) { $0 + $1.outcome.count }
    var products = SmallMatrix(size: width)
    for study in studies {
      for row in study.design { products.addOuterProduct(of: row, weight: 1) }
    }
    guard let logDeterminant = products.positiveDefiniteInverse()?.logDeterminant else {
      throw .collinear
    }
    logDesign = logDeterminant
  }

  func covariance(_ study: Study, _ components: Components) -> SmallMatrix {
    var covariance = study.sampling
    for row in study.outcome.indices {
      covariance[row, row] += components.effect
      for column in study.outcome.indices { covariance[row, column] += components.study }
    }
    return covariance
  }

  /// The generalised least-squares fit at given variances.
  func solution(_ components: Components) throws(EstimationError) -> ThreeLevelSolution {
    var inverses: [SmallMatrix] = []
    inverses.reserveCapacity(studies.count)
    var logDeterminant = 0.0
    var products = SmallMatrix(size: width)
    var right = [Double](repeating: 0, count: width)
    for study in studies {
      guard let (inverse, own) = covariance(study, components).positiveDefiniteInverse() else {
        throw .invalid("the covariances within a study cannot be right")
      }
      inverses.append(inverse)
      logDeterminant += own
      let weightedOutcome = inverse * study.outcome
      for row in study.outcome.indices {
        let weighted = study.projected(inverse, row: row)
        for first in 0..<width {
          right[first] += study.design[row][first] * weightedOutcome[row]
          for second in 0..<width {
            products[first, second] += study.design[row][first] * weighted[second]
          }
        }
      }
    }
    guard let (inverse, logProducts) = products.positiveDefiniteInverse() else {
      throw .collinear
    }
    let coefficients = inverse * right
    let residuals = studies.map { study in
      study.outcome.indices.map { row in
        study.outcome[row]
          - zip(study.design[row], coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return ThreeLevelSolution(
      coefficients: coefficients, inverse: inverse, logProducts: logProducts,
      logDeterminant: logDeterminant, inverses: inverses, residuals: residuals)
  }

  /// The log-likelihood with metafor's constants.
  func logLikelihood(_ fit: ThreeLevelSolution, kind: LikelihoodKind) -> Double {
    let form = zip(fit.inverses, fit.residuals).reduce(0) { $0 + $1.0.quadraticForm($1.1) }
    let restricted = kind == .REML ? fit.logProducts - logDesign : 0
    let freedom = Double(kind == .REML ? count - width : count)
    return -0.5 * (freedom * logarithm(2 * .pi) + fit.logDeterminant + restricted + form)
  }
}

/// A generalised least-squares fit of a three-level model.
struct ThreeLevelSolution {
  let coefficients: [Double]
  /// (X'V⁻¹X)⁻¹.
  let inverse: SmallMatrix
  let logProducts: Double
  let logDeterminant: Double
  /// V⁻¹ of each study.
  let inverses: [SmallMatrix]
  let residuals: [[Double]]
}
