/// Degrees of freedom of one coefficient of a random-intercept model.
///
/// V = σ²I + τ²ZZ' is linear in the two variances, so the derivatives of the restricted likelihood
/// are traces and quadratic forms in V⁻¹, I and ZZ', which are sums over classes.
/// - Source: Fai and Cornelius (1996) with the observed information, as lmerTest; Kenward and
///   Roger (1997), as pbkrtest.
struct SmallSampleTests {
  let satterthwaite: Double
  let kenwardRoger: Double
  let adjustedStandardError: Double

  init(
    of model: RandomInterceptModel, fit: RandomInterceptSolution, sigma2: Double, tau2: Double,
    column: Int
  ) throws(EstimationError) {
    let sums = VarianceDerivatives(model: model, sigma2: sigma2, tau2: tau2)
    var phi = fit.inverse
    for index in phi.elements.indices { phi.elements[index] *= sigma2 }
    let contrast = (0..<model.width).map { phi[$0, column] }
    let gradient = [0, 1].map { sums.first($0).design.quadraticForm(contrast) }
    let expected = sums.expectedInformation(phi: phi)
    let observed = sums.observedInformation(
      phi: phi, coefficients: fit.coefficients, expected: expected)
    guard let inverseObserved = observed.positiveDefiniteInverse()?.inverse,
      let inverseExpected = expected.positiveDefiniteInverse()?.inverse
    else { throw .noConvergence }
    let variance = phi[column, column]
    // The information is that of the log-likelihood; its inverse is the variance of (σ², τ²).
    satterthwaite = 2 * variance * variance / inverseObserved.quadraticForm(gradient)
    kenwardRoger = 2 * variance * variance / inverseExpected.quadraticForm(gradient)
    var adjusted = variance
    for row in 0..<2 {
      for other in 0..<2 {
        let middle = sums.first(row).design * (phi * sums.first(other).design)
        adjusted +=
          2 * inverseExpected[row, other]
          * (sums.second(row, other).design.quadraticForm(contrast)
            - middle.quadraticForm(contrast))
      }
    }
    adjustedStandardError = adjusted.squareRoot()
    try EstimationError.check(satterthwaite, kenwardRoger, adjustedStandardError)
  }
}

/// Sums over classes of V⁻¹V_iV⁻¹ and V⁻¹V_iV⁻¹V_jV⁻¹, V_0 = I and V_1 = ZZ'.
private struct VarianceDerivatives {
  let model: RandomInterceptModel
  let sigma2: Double
  let tau2: Double

  /// The eigenvalue of V along the mean of a class.
  private func along(_ count: Double) -> Double { sigma2 + count * tau2 }

  func first(_ i: Int) -> Crossproduct {
    model.crossproduct(within: i == 0 ? 1 / (sigma2 * sigma2) : 0) { count in
      (i == 0 ? 1 : count) / (along(count) * along(count))
    }
  }

  func second(_ i: Int, _ j: Int) -> Crossproduct {
    let isWithin = i == 0 && j == 0
    return model.crossproduct(within: isWithin ? 1 / (sigma2 * sigma2 * sigma2) : 0) { count in
      let own = along(count)
      return (i == 0 ? 1 : count) * (j == 0 ? 1 : count) / (own * own * own)
    }
  }

  /// tr(V⁻¹V_iV⁻¹V_j).
  private func trace(_ i: Int, _ j: Int) -> Double {
    model.classes.reduce(0) { sum, group in
      let own = along(group.count)
      let within = i == 0 && j == 0 ? (group.count - 1) / (sigma2 * sigma2) : 0
      return sum + within + (i == 0 ? 1 : group.count) * (j == 0 ? 1 : group.count) / (own * own)
    }
  }

  /// ½ tr(P V_i P V_j).
  func expectedInformation(phi: SmallMatrix) -> SmallMatrix {
    var information = SmallMatrix(size: 2)
    for i in 0..<2 {
      for j in 0..<2 {
        let once = (phi * second(i, j).design).trace
        let twice = (phi * first(i).design * (phi * first(j).design)).trace
        information[i, j] = 0.5 * (trace(i, j) - 2 * once + twice)
      }
    }
    return information
  }

  /// y'P V_i P V_j P y − ½ tr(P V_i P V_j).
  func observedInformation(
    phi: SmallMatrix, coefficients: [Double], expected: SmallMatrix
  ) -> SmallMatrix {
    var information = SmallMatrix(size: 2)
    for i in 0..<2 {
      for j in 0..<2 {
        let left = first(i).residualProducts(coefficients)
        let right = phi * first(j).residualProducts(coefficients)
        let form =
          second(i, j).residualSum(coefficients)
          - zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
        information[i, j] = form - expected[i, j]
      }
    }
    return information
  }
}
