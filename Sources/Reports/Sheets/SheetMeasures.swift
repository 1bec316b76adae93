import Analysis
import Statistics
import StudyModel

/// One row of the table of the Results sheet.
struct SheetMeasure {
  var name: String
  var value: Double
  var interval: Interval?
  var format: SheetCellContent.NumberFormat
  /// The same in a sentence.
  var words: String
  /// Whether the picture shows it.
  var isEffect = false
  /// What stands in place of the value and of each end where the number would say too much.
  var texts: [String?] = [nil, nil, nil]
}

extension SheetMeasure {
  /// The value and both ends of its range.
  var cells: [SheetCellContent] {
    zip([value, interval?.low, interval?.high], texts).map { number, text in
      if let text { return SheetCellContent(.text(text), .tableNumber) }
      return number.map { .number($0, format) } ?? .text("", .tableText)
    }
  }
}

/// What the table of the Results sheet lists for one outcome, the most important first.
func sheetMeasures(_ outcome: OutcomeAnalysis, words: ProgrammeWords) -> [SheetMeasure] {
  let subjects = SentenceSubjects(of: outcome, words: words)
  return effectRows(outcome, subjects: subjects) + groupRows(outcome, words: words)
    + circumstanceRows(outcome)
}

private func effectRows(
  _ outcome: OutcomeAnalysis, subjects: SentenceSubjects
) -> [SheetMeasure] {
  guard let effect = outcome.shownEffect else { return gainRows(outcome) }
  let months = effect.months
  let figures = MonthsFigures(of: effect)
  let table = MonthsTable.named(months.table).title
  let frequency = Frequency(of: outcome)?.sentence(subjects: subjects) ?? ""
  return [
    SheetMeasure(
      name: "Months of progress (\(table))", value: Double(months.estimate),
      interval: Interval(low: Double(months.low), high: Double(months.high)),
      format: .signed(digits: 0), words: monthsSentence(effect, claim: outcome.claim),
      texts: [figures.estimate, figures.low, figures.high].map { $0.isBeyond ? $0.text : nil }),
    SheetMeasure(
      name: "Difference after, at the same mark before (marks)", value: effect.difference,
      interval: effect.differenceInterval, format: .signed(digits: 2),
      words: marksSentence(effect, on: outcome.outcome)),
    SheetMeasure(
      name: "Effect size (Hedges g)", value: effect.g, interval: effect.interval,
      format: .signed(digits: 3), words: frequency, isEffect: true),
    SheetMeasure(
      name: "p", value: effect.p, format: .decimal(digits: 3),
      words: "How often chance alone would give a difference this large."),
    SheetMeasure(
      name: "Smallest true effect usually found", value: effect.minimumDetectableEffect,
      format: .decimal(digits: 2),
      words: "With this many pupils, a true effect below this is found less than 4 times in 5."),
  ]
}

private func gainRows(_ outcome: OutcomeAnalysis) -> [SheetMeasure] {
  guard let gain = outcome.gainAlone else { return [] }
  return [
    SheetMeasure(
      name: "Average gain (marks)", value: gain.mean, interval: gain.interval,
      format: .signed(digits: 2),
      words: "Marks \(MarksWords.gain(gain.mean)); this is a gain, not the difference that the "
        + "programme made.")
  ]
}

private func groupRows(_ outcome: OutcomeAnalysis, words: ProgrammeWords) -> [SheetMeasure] {
  Arm.allCases.flatMap { arm -> [SheetMeasure] in
    guard let summary = outcome.descriptives[arm] else { return [] }
    let role = outcome.role?.plural ?? words.interventionPupils
    let group = arm == .intervention ? role : words.comparisonPupils
    return [
      SheetMeasure(
        name: "\(group): number", value: Double(summary.after.count),
        format: .decimal(digits: 0), words: "With marks on both tests."),
      SheetMeasure(
        name: "\(group): average before", value: summary.before.mean,
        format: .decimal(digits: 2), words: ""),
      SheetMeasure(
        name: "\(group): average after", value: summary.after.mean,
        format: .decimal(digits: 2),
        words: "Their marks \(MarksWords.gain(summary.gain.mean))."),
    ]
  }
}

private func circumstanceRows(_ outcome: OutcomeAnalysis) -> [SheetMeasure] {
  var rows: [SheetMeasure] = []
  if let baseline = outcome.baseline {
    rows.append(
      SheetMeasure(
        name: "Difference before (effect size)", value: baseline.g, format: .signed(digits: 2),
        words: "How far apart the groups were before the programme."))
  }
  if let attrition = outcome.attrition {
    rows.append(
      SheetMeasure(
        name: "Share of pupils lost", value: attrition.overall, format: .percentage,
        words: "Pupils who started and have no pair of marks."))
  }
  return rows
}
