import Statistics

/// What another study would tell.
package struct WhereNext: Sendable, Hashable {
  /// The chance that the true effect in one more school lies above zero, and above the target.
  package var chanceAboveZero: Double
  package var chanceAboveTarget: Double
  package var target: Double
  /// What more studies of the usual size, or fewer larger ones, would narrow.
  package var plans: [Plan]
  /// Kinds of studies of which there are few, the least known first.
  package var gaps: [ContextGap]

  /// So many more studies.
  package struct Plan: Sendable, Hashable {
    package var studies: Int
    /// How many times as many pupils as usual each has.
    package var size: Int
    /// Half the width of the interval of the average that is to be expected.
    package var averageMargin: Double
    /// Likewise of where the effect of a next school may lie.
    package var nextSchoolMargin: Double
  }
}

/// A kind of school or study about which little is known.
package struct ContextGap: Sendable, Hashable {
  /// `country`, `phase`, `certainty` or an answer.
  package var dimension: String
  package var level: String
  package var studies: Int
  package var pupils: Int
}

/// Nil below two studies, or where nothing varies.
func whereNext(
  _ studies: [PooledStudy], fit: RandomEffectsFit, _ settings: PoolingSettings
) -> WhereNext? {
  guard let aboveZero = try? chanceOfEffect(above: 0, fit: fit),
    let aboveTarget = try? chanceOfEffect(above: settings.target, fit: fit),
    fit.standardError > 0
  else { return nil }
  let variance = median(studies.map(\.variance))
  let plans = [(0, 1), (1, 1), (1, 2), (5, 1), (10, 1), (10, 2), (30, 1)].compactMap {
    plan($0.0, size: $0.1, variance: variance, fit: fit)
  }
  return WhereNext(
    chanceAboveZero: aboveZero, chanceAboveTarget: aboveTarget, target: settings.target,
    plans: plans, gaps: gaps(studies, settings))
}

private func plan(
  _ more: Int, size: Int, variance: Double, fit: RandomEffectsFit
) -> WhereNext.Plan? {
  let own = variance / Double(size)
  let information =
    1 / (fit.standardError * fit.standardError) + Double(more) / (own + fit.tau2)
  let freedom = Double(fit.count + more - 1)
  let critical = StudentT.upperQuantile((1 - fit.level) / 2, degreesOfFreedom: freedom)
  let width = try? expectedPredictionWidth(after: more, variance: own, fit: fit)
  return width.map {
    WhereNext.Plan(
      studies: more, size: size, averageMargin: critical / information.squareRoot(),
      nextSchoolMargin: $0 / 2)
  }
}

/// The kinds with fewer than five studies beside others of the same sort, the fewest first.
private func gaps(_ studies: [PooledStudy], _ settings: PoolingSettings) -> [ContextGap] {
  let dimensions =
    ["country", "phase"] + settings.groupings.filter { !["country", "phase"].contains($0) }
  let few = dimensions.flatMap { dimension -> [ContextGap] in
    let kinds = Dictionary(grouping: studies) { $0.kind(by: dimension) ?? "" }
    guard kinds.keys.filter({ !$0.isEmpty }).count > 1 else { return [] }
    return kinds.filter { !$0.key.isEmpty && $0.value.count < 5 }.map { level, members in
      ContextGap(
        dimension: dimension, level: level, studies: members.count,
        pupils: members.compactMap(\.pupils).reduce(0, +))
    }
  }
  return Array(
    few.sorted {
      ($0.studies, $0.pupils, $0.dimension, $0.level)
        < ($1.studies, $1.pupils, $1.dimension, $1.level)
    }.prefix(10))
}

private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2)
    ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
