package import Statistics

/// How far the evidence has come towards what would settle the question, and whether an effect
/// was found on the way by a plan that spends its chance of a false alarm look by look.
package struct SequentialView: Sendable, Hashable {
  /// The effect that would have to be found, in standard deviations.
  package var target: Double
  /// The chance to find it, had it been there.
  package var power: Double
  /// 1/SE² of an average that would settle it.
  package var requiredInformation: Double
  /// The share of it that is in; 1 or more when it is reached.
  package var fraction: Double
  /// Nil where it is not known how many pupils the studies had.
  package var pupils: RequiredInformation?
  /// About how many more studies like these are needed; 0 when it is reached.
  package var studiesToCome: Int
  /// At most 25, evenly over the information, early ones left out.
  package var looks: [Look]

  /// One look at the average.
  package struct Look: Sendable, Hashable {
    /// Studies that were in.
    package var count: Int
    package var fraction: Double
    /// The average over its standard error.
    package var z: Double
    /// What |z| must exceed here.
    package var boundary: Double
  }

  /// Whether any look went beyond its boundary.
  package var isCrossed: Bool { looks.contains { abs($0.z) > $0.boundary } }
}

/// The spending view by Lan and DeMets, O'Brien and Fleming's kind, spent per side.
///
/// The studies come in order; every look weighs them with the τ² of all, so that information
/// only grows. Nil below two studies.
func sequentialView(
  _ studies: [PooledStudy], fit: RandomEffectsFit, _ settings: PoolingSettings
) -> SequentialView? {
  guard studies.count > 1 else { return nil }
  let power = 0.8
  let alpha = 1 - settings.level
  let multiplier = Normal.upperQuantile(alpha / 2) + Normal.quantile(power)
  let required = multiplier * multiplier / (settings.target * settings.target)
  let path = accumulated(studies, tau2: fit.tau2)
  let total = path.last?.information ?? 0
  let common = studies.reduce(0) { $0 + 1 / $1.variance }
  let typical = total / Double(studies.count)
  return SequentialView(
    target: settings.target, power: power, requiredInformation: required,
    fraction: total / required,
    pupils: pupilsNeeded(
      studies, common: common, random: total, target: settings.target, power: power,
      level: settings.level),
    studiesToCome: max(0, Int(((required - total) / typical).rounded(.up))),
    looks: looks(path, required: required, alpha: alpha))
}

private struct Accumulated {
  var count: Int
  var information: Double
  var z: Double
}

private func accumulated(_ studies: [PooledStudy], tau2: Double) -> [Accumulated] {
  var information = 0.0
  var score = 0.0
  return studies.enumerated().map { index, study in
    let weight = 1 / (study.variance + tau2)
    information += weight
    score += weight * study.estimate
    return Accumulated(
      count: index + 1, information: information, z: score / information.squareRoot())
  }
}

/// Boundaries for the looks, the last at the study that completes the information.
///
/// Before a twentieth of the information the boundary is so far out that no effect reaches it.
private func looks(
  _ path: [Accumulated], required: Double, alpha: Double
) -> [SequentialView.Look] {
  let most = 25
  var chosen: [Accumulated] = []
  for step in path {
    let fraction = step.information / required
    guard fraction >= 0.05 else { continue }
    let spacing = 1 / Double(most - 1)
    let isNext = fraction - (chosen.last.map { $0.information / required } ?? 0) >= spacing
    if isNext || chosen.isEmpty || fraction >= 1 { chosen.append(step) }
    if fraction >= 1 { break }
  }
  if let last = path.last, let end = chosen.last, end.information < required,
    last.information > end.information
  {
    chosen.append(last)
  }
  let fractions = chosen.map { min(1, $0.information / required) }
  guard let boundaries = try? sequentialBoundaries(fractions: fractions, alpha: alpha) else {
    return []
  }
  return zip(chosen, boundaries).map {
    SequentialView.Look(count: $0.count, fraction: $1.fraction, z: $0.z, boundary: $1.z)
  }
}

/// The required information as pupils, from what one pupil of these studies told.
private func pupilsNeeded(
  _ studies: [PooledStudy], common: Double, random: Double, target: Double, power: Double,
  level: Double
) -> RequiredInformation? {
  let pupils = studies.compactMap(\.pupils)
  guard pupils.count == studies.count, pupils.reduce(0, +) > 0 else { return nil }
  // With two even arms a study of N pupils has the variance 4σ²/N.
  let residual = Double(pupils.reduce(0, +)) / common / 4
  return try? requiredInformation(
    target: target, residualVariance: residual, commonVariance: 1 / common,
    randomVariance: 1 / random, power: power, level: level)
}
