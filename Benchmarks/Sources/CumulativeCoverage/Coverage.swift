import Statistics

/// One world: how many schools, the average effect, and the standard deviation of effects.
struct World {
  let schools: Int
  let effect: Double
  let tau: Double

  static let all: [World] = [10, 30, 100].flatMap { schools in
    [0, 0.25, 0.6].flatMap { effect in
      [0, 0.15].map { World(schools: schools, effect: effect, tau: $0) }
    }
  }
}

/// What many cumulative analyses of one world come to.
struct Coverage {
  var count = 0.0
  var pooled = Tally()
  var own = Tally()
  /// How often each small-study test gives a false alarm at 5 per cent.
  var precisionAlarms = 0.0
  var eggerAlarms = 0.0

  /// The average effect and its interval, by one way to find the variances.
  struct Tally {
    var covered = 0.0
    var sum = 0.0
    var sumOfTau2 = 0.0
    /// The chance that the prediction interval holds the true effect of a next school.
    var predicted = 0.0

    mutating func add(_ fit: RandomEffectsFit, in world: World) {
      if fit.interval.low <= world.effect, world.effect <= fit.interval.high { covered += 1 }
      sum += fit.estimate
      sumOfTau2 += fit.tau2
      if let next = fit.predictionInterval {
        predicted +=
          world.tau > 0
          ? Normal.cumulative((next.high - world.effect) / world.tau)
            - Normal.cumulative((next.low - world.effect) / world.tau)
          : (next.low <= world.effect && world.effect <= next.high ? 1 : 0)
      }
    }
  }

  mutating func add(_ world: World, _ numbers: inout NormalNumbers) throws {
    let schools = try (0..<world.schools).map { _ in
      try SimulatedSchool(trueEffect: world.effect + world.tau * numbers.next(), &numbers)
    }
    let estimates = schools.map(\.study.g)
    let variances = try poolingVariances(schools.map(\.study)).variances
    let ownVariances = schools.map(\.ownVariance)
    count += 1
    pooled.add(try randomEffects(estimates: estimates, variances: variances), in: world)
    own.add(try randomEffects(estimates: estimates, variances: ownVariances), in: world)
    let precision = try precisionTest(
      estimates: estimates, precisions: schools.map(\.precision))
    if precision.slope.p < 0.05 { precisionAlarms += 1 }
    let egger = try eggerTest(estimates: estimates, variances: ownVariances)
    if egger.slope.p < 0.05 { eggerAlarms += 1 }
  }
}

/// How often a look at the average after every one of many schools finds an effect that is not
/// there.
struct Watching {
  var count = 0.0
  /// By the anytime-valid band, and by an ordinary interval that is looked at every time.
  var anytimeAlarms = 0.0
  var plainAlarms = 0.0

  mutating func add(tau: Double, looks: Int, _ numbers: inout NormalNumbers) throws {
    var schools: [SimulatedSchool] = []
    var isAnytime = false
    var isPlain = false
    for _ in 0..<looks {
      schools.append(try SimulatedSchool(trueEffect: tau * numbers.next(), &numbers))
      let fit = try randomEffects(
        estimates: schools.map(\.study.g),
        variances: poolingVariances(schools.map(\.study)).variances, test: .z)
      let band = try anytimeValidInterval(
        estimate: fit.estimate, standardError: fit.standardError)
      if band.low > 0 || band.high < 0 { isAnytime = true }
      if fit.interval.low > 0 || fit.interval.high < 0 { isPlain = true }
    }
    count += 1
    if isAnytime { anytimeAlarms += 1 }
    if isPlain { plainAlarms += 1 }
  }
}
