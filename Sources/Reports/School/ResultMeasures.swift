import Analysis
import Statistics
import StudyModel

/// One measure of a result as the tables print it.
struct ResultMeasure {
  var name: String
  var value: String
  /// Empty where a measure has none.
  var range: String
}

/// The measures of one outcome: the estimate, then the circumstances that qualify it.
func resultMeasures(_ outcome: OutcomeAnalysis) -> [ResultMeasure] {
  let effect = outcome.shownEffect.map(effectMeasures) ?? outcome.gainAlone.map(gainMeasures) ?? []
  return effect + circumstances(outcome)
}

private func effectMeasures(_ effect: EffectEstimate) -> [ResultMeasure] {
  let months = MonthsFigures(of: effect)
  return [
    ResultMeasure(
      name: "Difference after, at the same mark before (marks)",
      value: NumberStyle.signed(effect.difference, digits: 2),
      range: NumberStyle.range(effect.differenceInterval, digits: 2)),
    ResultMeasure(
      name: "Effect size (\(EstimatorName.title(of: effect.estimator)))",
      value: NumberStyle.signed(effect.g, digits: 2),
      range: NumberStyle.range(effect.interval, digits: 2)),
    ResultMeasure(
      name: "Months of progress (\(MonthsTable.named(effect.months.table).title))",
      value: months.estimate.text, range: months.range),
    ResultMeasure(
      name: "How often chance alone would differ this much (p)",
      value: NumberStyle.probability(effect.p), range: ""),
    ResultMeasure(
      name: "Smallest true effect usually found with so many pupils",
      value: NumberStyle.decimal(effect.minimumDetectableEffect, digits: 2), range: ""),
  ]
}

private func gainMeasures(_ gain: GainEstimate) -> [ResultMeasure] {
  [
    ResultMeasure(
      name: "Average gain (marks)", value: NumberStyle.signed(gain.mean, digits: 2),
      range: gain.interval.map { NumberStyle.range($0, digits: 2) } ?? "")
  ]
}

private func circumstances(_ outcome: OutcomeAnalysis) -> [ResultMeasure] {
  var measures: [ResultMeasure] = []
  if let baseline = outcome.baseline {
    measures.append(
      ResultMeasure(
        name: "Difference between the groups before (effect size)",
        value: NumberStyle.signed(baseline.g, digits: 2), range: ""))
  }
  if let attrition = outcome.attrition {
    measures.append(
      ResultMeasure(
        name: "Pupils lost, and the difference between the groups",
        value: NumberStyle.percentage(attrition.overall),
        range: NumberStyle.count(
          Int((attrition.differential * 100).rounded()), "point", "points")))
  }
  return measures
}
