/// Pooled effects of nearly the same studies, many times over: all but one, or one more each time.
///
/// Few studies are fitted each time anew. With more than a hundred, where the likelihood has one
/// peak, each fit is found from sums that are kept, so that it costs the same for a thousand
/// studies as for a hundred thousand.
struct ManyFits {
  let estimator: HeterogeneityEstimator
  /// What effects are measured from.
  let centre: Double
  private(set) var centred: [Double]
  private(set) var variances: [Double]
  /// At τ² = 0, and at every weight 1.
  private var common = WeightSums.none
  private var moments = PlainMoments()
  /// Around τ² as it was last found; nil where it was not needed yet.
  private var along: InterpolatedSums?
  /// Around the first guess of Sidik and Jonkman.
  private var alongStart: InterpolatedSums?

  /// From so many studies on, sums are kept.
  static let manyStudies = 100

  init(estimator: HeterogeneityEstimator, centre: Double) {
    self.estimator = estimator
    self.centre = centre
    centred = []
    variances = []
  }

  var count: Int { centred.count }

  mutating func add(estimate: Double, variance: Double) {
    let distance = estimate - centre
    centred.append(distance)
    variances.append(variance)
    common += WeightSums(estimate: distance, variance: variance, tau2: 0)
    moments.add(distance, variance)
    keep(&along, distance, variance)
    keep(&alongStart, distance, variance)
  }

  private func keep(_ sums: inout InterpolatedSums?, _ estimate: Double, _ variance: Double) {
    guard let smallest = sums?.smallestVariance else { return }
    if variance < smallest {
      sums = nil
    } else {
      sums?.add(centred: estimate, variance: variance)
    }
  }

  /// τ² of all studies there are, and the sums at it and at 0.
  mutating func fit() throws(EstimationError) -> SumsFit {
    guard count > Self.manyStudies else { return try anew(without: nil) }
    if let fit = quickly(without: nil) { return fit }
    return try refresh()
  }

  /// The same, where all studies were given at once.
  func fitOfAll() throws(EstimationError) -> SumsFit { try anew(without: nil) }

  /// The same without one of them.
  ///
  /// Ask for the fit of all first.
  func fit(without study: Int) throws(EstimationError) -> SumsFit {
    if count > Self.manyStudies, let fit = quickly(without: study) { return fit }
    return try anew(without: study)
  }

  /// Fits all studies anew, and keeps the sums around what is found.
  @discardableResult
  mutating func refresh() throws(EstimationError) -> SumsFit {
    let fit = try anew(without: nil)
    along = InterpolatedSums(near: fit.tau2, centred: centred, variances: variances)
    if estimator == .SJ {
      alongStart = InterpolatedSums(
        near: moments.populationVariance, centred: centred, variances: variances)
    }
    return fit
  }

  private func anew(without study: Int?) throws(EstimationError) -> SumsFit {
    var (estimates, variances) = (centred, variances)
    if let study {
      estimates.remove(at: study)
      variances.remove(at: study)
    }
    let model = try MetaModel(estimates: estimates, variances: variances)
    let tau2 = try model.heterogeneity(estimator).tau2
    return SumsFit(of: estimates.map { $0 + centre }, variances, tau2: tau2)
  }

  /// From the sums that are kept; nil where they do not reach.
  private func quickly(without study: Int?) -> SumsFit? {
    guard let along else { return nil }
    func less(_ sums: WeightSums, at tau2: Double) -> WeightSums {
      guard let study else { return sums }
      return sums
        - WeightSums(estimate: centred[study], variance: variances[study], tau2: tau2)
    }
    let start = SumsFit(
      tau2: 0, sums: less(common, at: 0), common: less(common, at: 0), centre: centre)
    guard let tau2 = tau2(start.common, without: study, { less(along.at($0), at: $0) }),
      tau2 == 0 || along.range.contains(tau2)
    else { return nil }
    guard tau2 > 0 else { return start }
    return SumsFit(
      tau2: tau2, sums: less(along.at(tau2), at: tau2), common: start.common, centre: centre)
  }

  private func tau2(
    _ common: WeightSums, without study: Int?, _ sums: (Double) -> WeightSums
  ) -> Double? {
    let freedom = common.count - 1
    switch estimator {
    case .FE: return 0
    case .DL: return max(0, (common.residualSum - freedom) / common.trace)
    case .HS: return max(0, (common.residualSum - common.count) / common.sumOfWeights)
    case .HE: return max(0, plain(without: study).unexplainedVariance)
    case .SJ:
      let first = plain(without: study).populationVariance
      guard let alongStart, alongStart.range.contains(first) else { return nil }
      var there = alongStart.at(first)
      if let study {
        there =
          there - WeightSums(estimate: centred[study], variance: variances[study], tau2: first)
      }
      return first * there.residualSum / freedom
    case .ML:
      return zero(of: { sums($0).slope(isRestricted: false) }, common.slope(isRestricted: false))
    case .REML:
      return zero(of: { sums($0).slope(isRestricted: true) }, common.slope(isRestricted: true))
    case .EB, .PM:
      return zero(of: { sums($0).residualSum - freedom }, common.residualSum - freedom)
    }
  }

  /// Where a falling function is 0 in the range of the sums; 0 when it never is above it.
  private func zero(of function: (Double) -> Double, _ atZero: Double) -> Double? {
    guard let range = along?.range else { return nil }
    if atZero <= 0, range.lowerBound == 0 { return 0 }
    let low = range.lowerBound == 0 ? range.upperBound * 1e-12 : range.lowerBound
    guard function(low) > 0, function(range.upperBound) <= 0 else { return nil }
    return root(of: function, between: low, and: range.upperBound)
  }

  private func plain(without study: Int?) -> PlainMoments {
    var plain = moments
    if let study { plain.remove(centred[study], variances[study]) }
    return plain
  }
}

/// A fit of one mean, as sums.
struct SumsFit {
  let tau2: Double
  let sums: WeightSums
  /// At τ² = 0.
  let common: WeightSums
  let centre: Double

  var estimate: Double { centre + sums.mean }
}

extension SumsFit {
  /// Of studies with this τ².
  init(of estimates: [Double], _ variances: [Double], tau2: Double) {
    let centre = mean(estimates)
    let centred = estimates.map { $0 - centre }
    self.init(
      tau2: tau2, sums: Statistics.sums(of: centred, variances, tau2: tau2),
      common: Statistics.sums(of: centred, variances, tau2: 0), centre: centre)
  }
}

/// The variance of effects and the mean of their sampling variances.
private struct PlainMoments {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0
  private var variances = 0.0

  mutating func add(_ estimate: Double, _ variance: Double) { change(estimate, variance, by: 1) }
  mutating func remove(_ estimate: Double, _ variance: Double) {
    change(estimate, variance, by: -1)
  }

  private mutating func change(_ estimate: Double, _ variance: Double, by share: Double) {
    count += share
    sum += share * estimate
    squares += share * estimate * estimate
    variances += share * variance
  }

  private var deviations: Double { max(0, squares - sum * sum / count) }
  var populationVariance: Double { deviations / count }
  /// What the sampling variances leave of the variance of effects.
  var unexplainedVariance: Double { deviations / (count - 1) - variances / count }
}
