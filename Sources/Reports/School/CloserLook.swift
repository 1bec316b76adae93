import Analysis
import Statistics
import StudyModel

/// What qualifies a result, in sentences; one list for each result.
struct CloserLook {
  /// What it is about; nil where there is but one result.
  var label: String?
  var sentences: [String]
}

/// A closer look at each result, the weightiest first; empty where there is nothing to add.
func closerLooks(_ analysis: StudyAnalysis) -> [CloserLook] {
  let isSingle = analysis.outcomes.count == 1
  return analysis.outcomes.enumerated().compactMap { index, outcome in
    let words = CloserWords(
      outcome: outcome, words: analysis.programme.words, design: analysis.design,
      country: analysis.identity.country,
      months: MonthsTable.named(analysis.programme.monthsTable))
    var sentences =
      words.allocation + words.otherWays + words.dose + words.missing + words.kinds + words.floor
    // One test, all pupils’ money, and one count of schools: said with the first result.
    if index == 0 { sentences += words.test + words.cost + words.schoolsNeeded }
    guard !sentences.isEmpty else { return nil }
    return CloserLook(label: isSingle ? nil : label(outcome), sentences: sentences)
  }
}

/// The effect for each kind of pupil; nil where none is shown.
func subgroupTable(of parts: ResultParts) -> PageTable? {
  let rows = parts.outcome.details.subgroups.flatMap { findings in
    findings.levels.map { level -> [String] in
      let counts =
        "\(level.counts[.intervention] ?? 0) and \(level.counts[.comparison] ?? 0)"
      switch level.result {
      case .estimated(let g, _, let interval):
        return [
          "\(findings.label): \(level.label)", counts, NumberStyle.signed(g, digits: 2),
          NumberStyle.range(interval, digits: 2),
        ]
      case .notEstimated(let reason):
        return ["\(findings.label): \(level.label)", counts, reason, ""]
      }
    }
  }
  guard !rows.isEmpty else { return nil }
  return PageTable(
    "Effect size for kinds of pupil" + (parts.label.map { " (\($0.midSentence))" } ?? ""),
    columns: [
      .text("Kind"), .number("Pupils in the two groups"), .number("Effect size"),
      .number("95% range"),
    ], rows: rows)
}
