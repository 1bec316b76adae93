/// Sums over studies with the weights w = 1/(v + τ²): one mean, and every estimator of τ², follow
/// from them.
///
/// Effects are measured from a centre near their mean, so that differences of sums keep their
/// digits. One study can be added or taken away without looking at the others.
struct WeightSums {
  /// Σw, Σwy, Σwy², Σw², Σw²y, Σw²y², Σw³.
  var values: SIMD8<Double>
  var count: Double

  static let none = WeightSums(values: .zero, count: 0)

  /// The sums of one study.
  init(estimate: Double, variance: Double, tau2: Double) {
    let weight = 1 / (variance + tau2)
    let weighted = weight * estimate
    let squared = weight * weight
    values = SIMD8(
      weight, weighted, weighted * estimate, squared, weight * weighted, weighted * weighted,
      squared * weight, 0)
    count = 1
  }

  init(values: SIMD8<Double>, count: Double) {
    self.values = values
    self.count = count
  }

  static func += (left: inout WeightSums, right: WeightSums) {
    left.values += right.values
    left.count += right.count
  }

  static func - (left: WeightSums, right: WeightSums) -> WeightSums {
    WeightSums(values: left.values - right.values, count: left.count - right.count)
  }

  var sumOfWeights: Double { values[0] }
  /// From the centre.
  var mean: Double { values[1] / values[0] }
  /// Σ w (y − μ)².
  var residualSum: Double { max(0, values[2] - values[1] * mean) }
  /// Σ w² (y − μ)².
  var squaredWeightResidualSum: Double {
    values[5] - 2 * mean * values[4] + mean * mean * values[3]
  }
  /// tr P.
  var trace: Double { values[0] - values[3] / values[0] }
  /// tr PP.
  var traceOfProduct: Double {
    let share = values[3] / values[0]
    return values[3] - 2 * values[6] / values[0] + share * share
  }

  /// Twice the slope of the (restricted) log-likelihood by τ².
  func slope(isRestricted: Bool) -> Double {
    squaredWeightResidualSum - (isRestricted ? trace : sumOfWeights)
  }
}

/// The same sums at every τ² of a range, from their values at a few.
///
/// They are smooth in τ², so that a polynomial through Chebyshev points gives them to the last
/// digits: a study more or less costs as much as there are points, not studies.
struct InterpolatedSums {
  let range: ClosedRange<Double>
  private let points: [Double]
  private let shares: [Double]
  private var nodes: [WeightSums]
  /// A smaller variance than this would make the sums less smooth than they were taken to be.
  let smallestVariance: Double

  private static let pointCount = 28

  init(near tau2: Double, centred: [Double], variances: [Double]) {
    smallestVariance = variances.min() ?? 1
    // 1/(v + τ²) has its pole at −v: well outside of either range.
    let wide = 2.5 * smallestVariance
    range = wide >= 1.5 * tau2 ? 0...wide : (0.75 * tau2)...(1.33 * tau2)
    let (middle, half) = (
      (range.lowerBound + range.upperBound) / 2, (range.upperBound - range.lowerBound) / 2
    )
    let angles = (0..<Self.pointCount).map {
      (Double($0) + 0.5) * .pi / Double(Self.pointCount)
    }
    points = angles.map { middle + half * cosine($0) }
    shares = angles.enumerated().map { ($0.isMultiple(of: 2) ? 1 : -1) * sine($1) }
    nodes = points.map { point in
      sums(of: centred, variances, tau2: point)
    }
  }

  mutating func add(centred estimate: Double, variance: Double) {
    for (index, point) in points.enumerated() {
      nodes[index] += WeightSums(estimate: estimate, variance: variance, tau2: point)
    }
  }

  /// - Source: Berrut and Trefethen (2004), SIAM Review 46, 501–517.
  func at(_ tau2: Double) -> WeightSums {
    var numerator = SIMD8<Double>.zero
    var denominator = 0.0
    for index in points.indices {
      let distance = tau2 - points[index]
      if distance == 0 { return nodes[index] }
      let share = shares[index] / distance
      numerator += share * nodes[index].values
      denominator += share
    }
    return WeightSums(values: numerator / denominator, count: nodes[0].count)
  }
}

/// The sums over studies, one by one.
func sums(of centred: [Double], _ variances: [Double], tau2: Double) -> WeightSums {
  var sums = WeightSums.none
  for index in centred.indices {
    sums += WeightSums(estimate: centred[index], variance: variances[index], tau2: tau2)
  }
  return sums
}
