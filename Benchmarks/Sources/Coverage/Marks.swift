import Statistics

/// How the marks of a made-up school come about.
enum MarkShape: String, CaseIterable {
  /// Normal, with as many decimals as a computer keeps.
  case normal
  /// Skewed to the right like counts of words read: a lognormal shape, skewness 1.75.
  case skewed
  /// Whole marks on a test of 40 that is too easy: a quarter of the pupils reach the top.
  case ceiling

  /// A mark for a standard normal number, for a pupil whom the programme moved by `effect`.
  func mark(_ z: Double, effect: Double) -> Double {
    switch self {
    case .normal: 20 + 8 * (z + effect)
    case .skewed: 20 + 8 * (Self.skewed(z) + effect)
    case .ceiling: min(40, max(0, (34 + 8 * (z + effect)).rounded()))
    }
  }

  /// The difference of the arms' mean marks over the standard deviation within arms, exactly.
  func trueEffect(of effect: Double) -> Double {
    guard self == .ceiling else { return effect }
    let (treated, controls) = (Self.ceilingMoments(effect), Self.ceilingMoments(0))
    let spread = ((treated.variance + controls.variance) / 2).squareRoot()
    return (treated.mean - controls.mean) / spread
  }

  /// exp(z/2), with mean 0 and standard deviation 1.
  private static func skewed(_ z: Double) -> Double {
    let s = 0.5
    let mean = exponential(s * s / 2)
    let spread = (exponential(s * s) * (exponential(s * s) - 1)).squareRoot()
    return (exponential(s * z) - mean) / spread
  }

  private static func ceilingMoments(_ effect: Double) -> (mean: Double, variance: Double) {
    var (mean, square) = (0.0, 0.0)
    for mark in 0...40 {
      let upper =
        mark == 40 ? 1 : Normal.cumulative((Double(mark) + 0.5 - 34) / 8 - effect)
      let lower = mark == 0 ? 0 : Normal.cumulative((Double(mark) - 0.5 - 34) / 8 - effect)
      mean += Double(mark) * (upper - lower)
      square += Double(mark * mark) * (upper - lower)
    }
    return (mean, square - mean * mean)
  }
}
