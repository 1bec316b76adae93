/// How much of the chance of a false alarm may be spent by the time a share of the information is
/// in.
package enum SpendingFunction: String, Sendable, Codable, CaseIterable {
  /// O'Brien–Fleming type, spent on each side: 4(1 − Φ(z_{1−α/4}/√t)), as gsDesign and rpact.
  case obrienFlemingPerSide
  /// O'Brien–Fleming type, both sides together: 2(1 − Φ(z_{1−α/2}/√t)), as Lan and DeMets wrote it.
  case obrienFlemingTotal
  /// Pocock type: α·ln(1 + (e − 1)t).
  case pocock

  /// What may have been spent at information share `t`, of `alpha` in all.
  func spent(at t: Double, alpha: Double) -> Double {
    let root = t.squareRoot()
    let spent =
      switch self {
      case .obrienFlemingPerSide:
        4 * Normal.upperTail(Normal.upperQuantile(alpha / 4) / root)
      case .obrienFlemingTotal:
        2 * Normal.upperTail(Normal.upperQuantile(alpha / 2) / root)
      case .pocock: alpha * logarithmOfOnePlus((exponential(1) - 1) * t)
      }
    return min(alpha, spent)
  }
}

/// One look at the accumulating evidence.
package struct SequentialLook: Sendable, Hashable, Codable {
  /// The share of the required information that is in.
  package let fraction: Double
  package let cumulativeAlpha: Double
  package let incrementalAlpha: Double
  /// |z| must exceed this.
  package let z: Double
  /// Of that z by itself, two-sided.
  package let nominalP: Double
}

/// Two-sided boundaries at looks with the given shares of the information.
///
/// - Throws: `invalid` unless the shares rise strictly from above 0 to at most 1 and `alpha` lies
///   between 0 and 1; `noConvergence`.
/// - Source: Lan and DeMets (1983); Armitage, McPherson and Rowe's (1969) recursion.
package func sequentialBoundaries(
  fractions: [Double], spending: SpendingFunction = .obrienFlemingPerSide, alpha: Double = 0.05
) throws(EstimationError) -> [SequentialLook] {
  let isRising = zip(fractions, fractions.dropFirst()).allSatisfy { $0 < $1 }
  guard isRising, let first = fractions.first, first > 0, let last = fractions.last,
    last <= 1 + 1e-12, alpha > 0, alpha < 1
  else { throw .invalid("the shares of information must rise from above 0 to at most 1") }
  let rule = GaussLegendre(count: 200)
  var walk: BrownianWalk?
  var looks: [SequentialLook] = []
  for fraction in fractions {
    let spent = spending.spent(at: fraction, alpha: alpha)
    let increment = spent - (looks.last?.cumulativeAlpha ?? 0)
    let step = fraction - (looks.last?.fraction ?? 0)
    let excess: (Double) -> Double = { z in
      let boundary = z * fraction.squareRoot()
      let crossing = walk?.crossing(boundary, after: step) ?? 2 * Normal.upperTail(z)
      return logarithm(max(crossing, .leastNormalMagnitude)) - logarithm(increment)
    }
    guard increment > 0, let z = root(of: excess, between: 0.01, and: 35) else {
      throw .noConvergence
    }
    let boundary = z * fraction.squareRoot()
    walk = BrownianWalk(within: boundary, after: step, from: walk, rule: rule)
    looks.append(
      SequentialLook(
        fraction: fraction, cumulativeAlpha: spent, incrementalAlpha: increment, z: z,
        nominalP: Normal.twoSidedP(z)))
  }
  return looks
}

/// The density of a Brownian walk that has not left its boundaries so far, at the points of a
/// quadrature rule, times their weights.
private struct BrownianWalk {
  private let points: [Double]
  private let mass: [Double]

  init(
    within boundary: Double, after step: Double, from earlier: BrownianWalk?, rule: GaussLegendre
  ) {
    let points = rule.points.map { $0 * boundary }
    let root = step.squareRoot()
    self.points = points
    mass = points.indices.map { index in
      let density: Double
      if let earlier {
        density = zip(earlier.points, earlier.mass).reduce(0) {
          $0 + $1.1 * Normal.density((points[index] - $1.0) / root) / root
        }
      } else {
        density = Normal.density(points[index] / root) / root
      }
      return density * rule.weights[index] * boundary
    }
  }

  /// The chance of being beyond ±`boundary` after another `step`.
  func crossing(_ boundary: Double, after step: Double) -> Double {
    let root = step.squareRoot()
    return zip(points, mass).reduce(0) {
      $0 + $1.1
        * (Normal.upperTail((boundary - $1.0) / root)
          + Normal.upperTail((boundary + $1.0) / root))
    }
  }
}
