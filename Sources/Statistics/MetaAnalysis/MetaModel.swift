/// Effects with their sampling variances, and the moderators they are regressed on.
///
/// All sums run over studies with matrices the size of the coefficients, so that a hundred
/// thousand studies are no harder than their number.
struct MetaModel {
  let estimates: [Double]
  let variances: [Double]
  /// By row: one row per study, one column per coefficient.
  let design: [Double]
  /// How many coefficients.
  let width: Int

  var count: Int { estimates.count }
  var residualDegreesOfFreedom: Int { count - width }

  /// The model with one mean.
  init(estimates: [Double], variances: [Double]) throws(EstimationError) {
    try self.init(
      estimates: estimates, variances: variances,
      columns: [[Double](repeating: 1, count: estimates.count)])
  }

  init(
    estimates: [Double], variances: [Double], columns: [[Double]]
  ) throws(EstimationError) {
    guard !estimates.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
    guard estimates.count == variances.count,
      columns.allSatisfy({ $0.count == estimates.count })
    else { throw .invalid("the lists of effects, variances and moderators differ in length") }
    try EstimationError.check(observations: estimates)
    for column in columns { try EstimationError.check(observations: column) }
    guard variances.allSatisfy({ $0 > 1e-70 && $0 < 1e70 }) else {
      throw .invalid("every effect needs a variance above zero")
    }
    self.estimates = estimates
    self.variances = variances
    width = columns.count
    if columns.count == 1 {
      design = columns[0]
    } else {
      design = estimates.indices.flatMap { row in columns.map { $0[row] } }
    }
  }

  func row(_ study: Int) -> [Double] {
    Array(design[(study * width)..<((study + 1) * width)])
  }

  /// Σ over studies of weight · x x'.
  func crossproduct(_ weight: (Int) -> Double) -> SmallMatrix {
    var result = SmallMatrix(size: width)
    if width == 1 {
      var sum = 0.0
      for study in estimates.indices { sum += weight(study) * design[study] * design[study] }
      result.elements[0] = sum
      return result
    }
    for study in estimates.indices {
      result.addOuterProduct(of: row(study), weight: weight(study))
    }
    return result
  }

  /// The weighted least-squares fit with the weights 1/(v + τ²).
  func solution(tau2: Double) throws(EstimationError) -> MetaSolution {
    try solution { 1 / (variances[$0] + tau2) }
  }

  func solution(_ weight: (Int) -> Double) throws(EstimationError) -> MetaSolution {
    guard let (inverse, logDeterminant) = crossproduct(weight).positiveDefiniteInverse() else {
      throw width == 1
        ? .invalid("the variances are too large or too small to calculate with") : .collinear
    }
    var products = [Double](repeating: 0, count: width)
    for study in estimates.indices {
      let weighted = weight(study) * estimates[study]
      for column in 0..<width { products[column] += weighted * design[study * width + column] }
    }
    var solution = MetaSolution(
      coefficients: inverse * products, inverse: inverse, logDeterminant: logDeterminant)
    for study in estimates.indices {
      let residual = estimates[study] - fitted(study, solution.coefficients)
      let share = weight(study)
      solution.sumOfWeights += share
      solution.sumOfSquaredWeights += share * share
      solution.residualSum += share * residual * residual
      solution.squaredWeightResidualSum += share * share * residual * residual
    }
    return solution
  }

  func fitted(_ study: Int, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for column in 0..<width { sum += coefficients[column] * design[study * width + column] }
    return sum
  }
}

/// A weighted least-squares fit of a `MetaModel`, with the sums that the estimators of τ² need.
struct MetaSolution {
  var coefficients: [Double]
  /// (X'WX)⁻¹.
  let inverse: SmallMatrix
  /// ln |X'WX|.
  let logDeterminant: Double
  var sumOfWeights = 0.0
  var sumOfSquaredWeights = 0.0
  /// Σ w r².
  var residualSum = 0.0
  /// Σ w² r².
  var squaredWeightResidualSum = 0.0
}
