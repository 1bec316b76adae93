import Analysis
import Statistics
import StudyModel

/// The tables of the section on numbers: marks, result, and other ways to look, for each outcome.
func numberTables(_ analysis: StudyAnalysis) -> [PageTable] {
  let isSingle = analysis.outcomes.count == 1
  return analysis.outcomes.flatMap { outcome in
    let parts = ResultParts(
      outcome: outcome, words: analysis.programme.words, label: isSingle ? nil : label(outcome))
    let name = parts.label.map { ", \($0.midSentence)" } ?? ""
    return [
      groupTable(parts, caption: "Marks of pupils with both tests\(name)"),
      resultTable(outcome, caption: "Result\(name)"),
      robustnessTable(outcome, caption: "Other ways to look at the same marks\(name)"),
    ].compactMap(\.self)
  }
}

private func groupTable(_ parts: ResultParts, caption: String) -> PageTable {
  PageTable(
    caption,
    columns: [
      .text("Group"), .number("Pupils"), .number("Before"), .number("After"),
      .number("Change"), .number("SD before"), .number("SD after"),
    ],
    rows: parts.arms.compactMap { arm in
      guard let summary = parts.outcome.descriptives[arm] else { return nil }
      return [
        parts.pupils(of: arm), NumberStyle.count(summary.after.count),
        NumberStyle.decimal(summary.before.mean, digits: 1),
        NumberStyle.decimal(summary.after.mean, digits: 1),
        NumberStyle.signed(summary.gain.mean, digits: 1), spread(summary.before),
        spread(summary.after),
      ]
    })
}

private func spread(_ summary: GroupSummary) -> String {
  summary.standardDeviation.map { NumberStyle.decimal($0, digits: 1) } ?? "none"
}

private func resultTable(_ outcome: OutcomeAnalysis, caption: String) -> PageTable? {
  let rows = effectRows(outcome) + circumstanceRows(outcome)
  guard !rows.isEmpty else { return nil }
  return PageTable(
    caption, columns: [.text("Measure"), .number("Value"), .number("95% range")], rows: rows)
}

private func effectRows(_ outcome: OutcomeAnalysis) -> [[String]] {
  guard let effect = outcome.shownEffect else { return gainRows(outcome.gain) }
  let months = Interval(low: Double(effect.months.low), high: Double(effect.months.high))
  let table = MonthsTableName.title(of: effect.months.table)
  return [
    [
      "Difference after the programme, at the same mark before (marks)",
      NumberStyle.signed(effect.difference, digits: 2),
      NumberStyle.range(effect.differenceInterval, digits: 2),
    ],
    [
      "Effect size (Hedges g, \(EstimatorName.title(of: effect.estimator)))",
      NumberStyle.signed(effect.g, digits: 2), NumberStyle.range(effect.interval, digits: 2),
    ],
    [
      "Months of progress (\(table))",
      NumberStyle.signed(Double(effect.months.estimate), digits: 0),
      NumberStyle.range(months, digits: 0),
    ],
    [
      "How often chance alone would give a difference this large (p)",
      NumberStyle.probability(effect.p), "",
    ],
    [
      "Smallest true effect a study of this size would usually find",
      NumberStyle.decimal(effect.minimumDetectableEffect, digits: 2), "",
    ],
  ]
}

private func gainRows(_ gain: GainEstimate?) -> [[String]] {
  guard let gain else { return [] }
  return [
    [
      "Average gain (marks)", NumberStyle.signed(gain.mean, digits: 2),
      gain.interval.map { NumberStyle.range($0, digits: 2) } ?? "",
    ]
  ]
}

private func circumstanceRows(_ outcome: OutcomeAnalysis) -> [[String]] {
  var rows: [[String]] = []
  if let baseline = outcome.baseline {
    let difference = NumberStyle.signed(baseline.g, digits: 2)
    rows.append(["Difference between the groups before (effect size)", difference, ""])
  }
  if let attrition = outcome.attrition {
    rows.append(["Pupils without a second mark", NumberStyle.percentage(attrition.overall), ""])
    rows.append([
      "Difference of that share between the groups (percentage points)",
      NumberStyle.decimal(attrition.differential * 100, digits: 0), "",
    ])
  }
  return rows
}

private func robustnessTable(_ outcome: OutcomeAnalysis, caption: String) -> PageTable? {
  guard !outcome.robustness.isEmpty, outcome.shownEffect != nil else { return nil }
  return PageTable(
    caption,
    columns: [.text("Method"), .number("Estimate"), .number("95% range"), .number("p")],
    rows: outcome.robustness.map { line in
      [
        RobustnessName.title(of: line.name),
        line.estimate.map { NumberStyle.signed($0, digits: 2) } ?? line.reason ?? "none",
        line.interval.map { NumberStyle.range($0, digits: 2) } ?? "",
        line.p.map(NumberStyle.probability) ?? "",
      ]
    })
}
