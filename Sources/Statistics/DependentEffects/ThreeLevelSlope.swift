/// The slope of the log-likelihood by the two variances, and its information.
struct ThreeLevelSlope {
  /// By σ²_study, σ²_effect.
  var slope = [0.0, 0.0]
  /// Expected, of the likelihood that is not restricted: for steps, not for standard errors.
  var information = SmallMatrix(size: 2)

  init(of model: ThreeLevelModel, fit: ThreeLevelSolution, kind: LikelihoodKind) {
    var shared = [SmallMatrix(size: model.width), SmallMatrix(size: model.width)]
    for (index, study) in model.studies.enumerated() {
      let inverse = fit.inverses[index]
      let weighted = inverse * fit.residuals[index]
      let total = weighted.reduce(0, +)
      let rowSums = (0..<inverse.size).map { row in
        (0..<inverse.size).reduce(0) { $0 + inverse[row, $1] }
      }
      let sum = rowSums.reduce(0, +)
      slope[0] += 0.5 * (total * total - sum)
      slope[1] += 0.5 * (weighted.reduce(0) { $0 + $1 * $1 } - inverse.trace)
      information[0, 0] += 0.5 * sum * sum
      let cross = 0.5 * rowSums.reduce(0) { $0 + $1 * $1 }
      information[0, 1] += cross
      information[1, 0] += cross
      information[1, 1] += 0.5 * inverse.elements.reduce(0) { $0 + $1 * $1 }
      guard kind == .REML else { continue }
      var along = [Double](repeating: 0, count: model.width)
      for row in study.design.indices {
        for column in along.indices { along[column] += rowSums[row] * study.design[row][column] }
      }
      shared[0].addOuterProduct(of: along, weight: 1)
      for row in study.design.indices {
        shared[1].addOuterProduct(of: study.projected(inverse, row: row), weight: 1)
      }
    }
    guard kind == .REML else { return }
    for index in 0..<2 { slope[index] += 0.5 * (fit.inverse * shared[index]).trace }
  }
}

extension ThreeLevelModel {
  /// The variances at the highest point of the likelihood; those not in `free` stay 0.
  func components(
    kind: LikelihoodKind, free: [Bool] = [true, true]
  ) throws(EstimationError) -> Components {
    let outcomes = studies.flatMap(\.outcome)
    let spread = max(variance(outcomes), 1e-12)
    var best: (components: Components, height: Double)?
    // From both levels, and from each alone: with few studies there can be more than one peak.
    let starts: [[Double]] = [[1.0 / 3, 1.0 / 3], [0.5, 0], [0, 0.5]]
    for start in starts.prefix(studies.count > 1000 ? 1 : 3) {
      var components = Components(study: 0, effect: 0)
      for index in 0..<2 where free[index] { components[index] = spread * start[index] }
      let peak = try climb(from: components, kind: kind, free: free)
      let height = logLikelihood(try solution(peak), kind: kind)
      if let best, height <= best.height + 1e-9 { continue }
      best = (peak, height)
    }
    guard let best else { throw .noConvergence }
    return best.components
  }

  /// Scoring steps with halving, then Newton's with the slope's own differences.
  private func climb(
    from start: Components, kind: LikelihoodKind, free: [Bool]
  ) throws(EstimationError) -> Components {
    var here = start
    var fit = try solution(here)
    var height = logLikelihood(fit, kind: kind)
    for _ in 0..<500 {
      let slope = ThreeLevelSlope(of: self, fit: fit, kind: kind)
      let active = (0..<2).filter { free[$0] && (here[$0] > 0 || slope.slope[$0] > 0) }
      guard let step = solve(slope.information, slope.slope, active) else { break }
      var share = 1.0
      var next = here
      repeat {
        next = here
        for index in active { next[index] = max(0, here[index] + share * step[index]) }
        fit = try solution(next)
        share /= 2
      } while logLikelihood(fit, kind: kind) < height - 1e-12 && share > 1e-8
      let change = active.map { abs(next[$0] - here[$0]) }.max() ?? 0
      height = logLikelihood(fit, kind: kind)
      here = next
      if change <= 1e-10 * max(here.study, here.effect) || active.isEmpty { break }
    }
    return try polished(here, kind: kind, free: free)
  }

  private func polished(
    _ start: Components, kind: LikelihoodKind, free: [Bool]
  ) throws(EstimationError) -> Components {
    var here = start
    for _ in 0..<6 {
      let slope = try slope(at: here, kind: kind)
      let active = (0..<2).filter { free[$0] && here[$0] > 0 }
      var curvature = SmallMatrix(size: 2)
      for index in active {
        let width = 1e-5 * here[index]
        var (above, below) = (here, here)
        above[index] += width
        below[index] -= width
        let upper = try self.slope(at: above, kind: kind)
        let lower = try self.slope(at: below, kind: kind)
        for other in 0..<2 { curvature[other, index] = (lower[other] - upper[other]) / (2 * width) }
      }
      guard let step = solve(curvature, slope, active) else { return here }
      var next = here
      for index in active { next[index] = max(0, here[index] + step[index]) }
      let isSmall = active.allSatisfy { abs(step[$0]) < 1e-3 * here[$0] }
      guard isSmall else { return here }
      here = next
    }
    return here
  }

  private func slope(
    at components: Components, kind: LikelihoodKind
  ) throws(EstimationError) -> [Double] {
    ThreeLevelSlope(of: self, fit: try solution(components), kind: kind).slope
  }

  /// matrix⁻¹·vector over the `active` of the two; nil when there is none or it is singular.
  private func solve(_ matrix: SmallMatrix, _ vector: [Double], _ active: [Int]) -> [Double]? {
    if active.isEmpty { return nil }
    if active.count == 1 {
      let index = active[0]
      guard matrix[index, index] > 0 else { return nil }
      var result = [0.0, 0.0]
      result[index] = vector[index] / matrix[index, index]
      return result
    }
    let determinant = matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0]
    guard determinant > 0, matrix[0, 0] > 0 else { return nil }
    return [
      (matrix[1, 1] * vector[0] - matrix[0, 1] * vector[1]) / determinant,
      (matrix[0, 0] * vector[1] - matrix[1, 0] * vector[0]) / determinant,
    ]
  }
}
