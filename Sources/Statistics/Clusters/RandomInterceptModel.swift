/// Pupils in classes, each class with a level of its own: y = Xβ + u + e, by sums over classes.
///
/// The covariance of a class, σ²I + τ²11', has only two directions: within the class, where it is
/// σ², and along its mean, where it is σ² + nτ². So everything is a sum over classes of a within
/// part and a between part of the cross-products of [X y].
struct RandomInterceptModel {
  /// One class.
  struct Class {
    let count: Double
    /// Cross-products of the deviations from the class means.
    let within: SmallMatrix
    /// Count times the products of the class means.
    let between: SmallMatrix
  }

  let classes: [Class]
  /// How many coefficients; the outcome is one more row of the cross-products.
  let width: Int
  let count: Double

  init(classes: [Class], width: Int, count: Double) {
    self.classes = classes
    self.width = width
    self.count = count
  }

  init(columns: [[Double]], outcome: [Double], classes names: [Int]) {
    width = columns.count
    count = Double(outcome.count)
    let all = columns + [outcome]
    var members: [Int: [Int]] = [:]
    for (row, name) in names.enumerated() { members[name, default: []].append(row) }
    classes = members.sorted { $0.key < $1.key }.map { _, rows in
      let size = Double(rows.count)
      let means = all.map { column in rows.reduce(0) { $0 + column[$1] } / size }
      var within = SmallMatrix(size: all.count)
      for row in rows {
        within.addOuterProduct(
          of: all.indices.map { all[$0][row] - means[$0] }, weight: 1)
      }
      var between = SmallMatrix(size: all.count)
      between.addOuterProduct(of: means, weight: size)
      return Class(count: size, within: within, between: between)
    }
  }

  /// Σ over classes of `within`·W + `between`(n)·B.
  func crossproduct(within: Double, between: (Double) -> Double) -> Crossproduct {
    var sum = SmallMatrix(size: width + 1)
    for group in classes {
      sum.add(group.within, times: within)
      sum.add(group.between, times: between(group.count))
    }
    return Crossproduct(all: sum, width: width)
  }

  /// The fit at a ratio of variances λ = τ²/σ², with σ² = 1.
  func solution(ratio: Double) throws(EstimationError) -> RandomInterceptSolution {
    let cross = crossproduct(within: 1) { 1 / (1 + $0 * ratio) }
    guard let (inverse, logDeterminant) = cross.design.positiveDefiniteInverse() else {
      throw .collinear
    }
    let coefficients = inverse * cross.products
    return RandomInterceptSolution(
      coefficients: coefficients, inverse: inverse, logDeterminant: logDeterminant,
      residualSum: cross.residualSum(coefficients))
  }

  /// Twice the slope of the (restricted) profile likelihood by λ.
  func score(ratio: Double, isRestricted: Bool) -> Double {
    guard let fit = try? solution(ratio: ratio) else { return .nan }
    let squared = crossproduct(within: 0) { $0 / ((1 + $0 * ratio) * (1 + $0 * ratio)) }
    var trace = classes.reduce(0) { $0 + $1.count / (1 + $1.count * ratio) }
    if isRestricted { trace -= (fit.inverse * squared.design).trace }
    let freedom = isRestricted ? count - Double(width) : count
    return freedom * squared.residualSum(fit.coefficients) / fit.residualSum - trace
  }

  /// −2 times the (restricted) log-likelihood, σ² at its best.
  func deviance(ratio: Double, isRestricted: Bool) throws(EstimationError) -> Double {
    let fit = try solution(ratio: ratio)
    let freedom = isRestricted ? count - Double(width) : count
    let classTerms = classes.reduce(0) { $0 + logarithmOfOnePlus($1.count * ratio) }
    let variance = fit.residualSum / freedom
    return classTerms + (isRestricted ? fit.logDeterminant : 0)
      + freedom * (1 + logarithm(2 * .pi * variance))
  }
}

/// Cross-products of [X y].
struct Crossproduct {
  let design: SmallMatrix
  /// X'…y.
  let products: [Double]
  private let outcome: Double

  init(all: SmallMatrix, width: Int) {
    var design = SmallMatrix(size: width)
    for row in 0..<width { for column in 0..<width { design[row, column] = all[row, column] } }
    self.design = design
    products = (0..<width).map { all[$0, width] }
    outcome = all[width, width]
  }

  /// (y − Xb)'…(y − Xb).
  func residualSum(_ b: [Double]) -> Double {
    outcome - 2 * zip(b, products).reduce(0) { $0 + $1.0 * $1.1 } + design.quadraticForm(b)
  }

  /// X'…(y − Xb).
  func residualProducts(_ b: [Double]) -> [Double] {
    zip(products, design * b).map { $0 - $1 }
  }
}

/// Generalised least squares at one ratio of variances, with σ² = 1.
struct RandomInterceptSolution {
  let coefficients: [Double]
  let inverse: SmallMatrix
  let logDeterminant: Double
  /// (y − Xb)'V⁻¹(y − Xb).
  let residualSum: Double
}
