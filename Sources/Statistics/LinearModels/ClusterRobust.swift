/// The variance of one coefficient when observations of a cluster go together.
///
/// Each cluster's residuals are multiplied by a power of what the fit has left of their
/// covariance; the sums run cluster by cluster, with matrices the size of one cluster.
/// - Source: Bell and McCaffrey (2002); Pustejovsky and Tipton (2018), as in clubSandwich.
struct ClusterRobust {
  /// What is done to the residuals of a cluster.
  enum Adjustment {
    /// CR0: nothing.
    case none
    /// CR2: divided by the square root of what is left.
    case halfInverse
    /// CR3: divided by what is left.
    case inverse
  }

  /// One cluster of a weighted fit.
  struct Cluster {
    /// By row.
    let design: [[Double]]
    let residuals: [Double]
    /// The working covariance Φ of the observations; its inverse is their weight.
    let covariance: SmallMatrix
  }

  let clusters: [Cluster]
  /// (X'WX)⁻¹.
  let inverse: SmallMatrix
  let column: Int

  init(clusters: [Cluster], inverse: SmallMatrix, column: Int) {
    self.clusters = clusters
    self.inverse = inverse
    self.column = column
  }

  /// Ordinary least squares with the clusters named by equal numbers.
  init(of fit: LeastSquaresFit, clusters names: [Int], column: Int) {
    var rows: [Int: [Int]] = [:]
    for (row, name) in names.enumerated() { rows[name, default: []].append(row) }
    clusters = rows.sorted { $0.key < $1.key }.map { _, members in
      Cluster(
        design: members.map { row in fit.columns.map { $0[row] } },
        residuals: members.map { fit.residuals[$0] }, covariance: .identity(members.count))
    }
    inverse = SmallMatrix(
      size: fit.columns.count, elements: fit.crossproductInverse.flatMap { $0 })
    self.column = column
  }

  var count: Int { clusters.count }

  func standardError(_ adjustment: Adjustment) -> Double {
    let squared = clusters.reduce(0.0) { sum, cluster in
      let share = zip(multipliers(of: cluster, adjustment), cluster.residuals)
        .reduce(0) { $0 + $1.0 * $1.1 }
      return sum + share * share
    }
    return squared.squareRoot()
  }

  /// (tr P)²/tr P², P the matrix of the quadratic form that estimates the variance.
  func satterthwaite(_ adjustment: Adjustment) -> Double {
    var trace = 0.0
    var squares = 0.0
    var outer = SmallMatrix(size: inverse.size)
    for cluster in clusters {
      let multipliers = multipliers(of: cluster, adjustment)
      let own = cluster.covariance.quadraticForm(multipliers)
      var projected = [Double](repeating: 0, count: inverse.size)
      for (row, multiplier) in zip(cluster.design, multipliers) {
        for index in projected.indices { projected[index] += row[index] * multiplier }
      }
      let shared = inverse.quadraticForm(projected)
      trace += own - shared
      squares += own * own - 2 * own * shared
      outer.addOuterProduct(of: projected, weight: 1)
    }
    let cross = inverse * outer
    return trace * trace / (squares + (cross * cross).trace)
  }

  /// What each residual of a cluster counts towards the coefficient: A'WX(X'WX)⁻¹c.
  private func multipliers(of cluster: Cluster, _ adjustment: Adjustment) -> [Double] {
    let influence = (0..<inverse.size).map { inverse[$0, column] }
    let plain = cluster.design.map { row in
      zip(row, influence).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let size = plain.count
    if size == 1 { return singleMultiplier(of: cluster, plain[0], adjustment) }
    guard let lower = cluster.covariance.cholesky(),
      let weight = cluster.covariance.positiveDefiniteInverse()?.inverse
    else { return plain }
    let weighted = weight * plain
    let upper = lower.transposed
    switch adjustment {
    case .none: return weighted
    case .halfInverse:
      let power = (upper * covarianceOfResiduals(of: cluster) * lower).symmetricPower(-0.5)
      return power.map { lower * ($0 * (upper * weighted)) } ?? weighted
    case .inverse:
      let power = (upper * covarianceOfResiduals(of: cluster) * lower).symmetricPower(-1)
      return power.map { lower * ($0 * (upper * plain)) } ?? weighted
    }
  }

  /// Φ − X(X'WX)⁻¹X'.
  private func covarianceOfResiduals(of cluster: Cluster) -> SmallMatrix {
    var left = cluster.covariance
    for row in cluster.design.indices {
      let half = inverse * cluster.design[row]
      for other in cluster.design.indices {
        left[row, other] -= zip(half, cluster.design[other]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return left
  }

  private func singleMultiplier(
    of cluster: Cluster, _ plain: Double, _ adjustment: Adjustment
  ) -> [Double] {
    let variance = cluster.covariance[0, 0]
    let share = 1 - inverse.quadraticForm(cluster.design[0]) / variance
    switch adjustment {
    case .none: return [plain / variance]
    case .halfInverse: return [plain / variance / share.squareRoot()]
    case .inverse: return [plain / variance / share]
    }
  }
}
