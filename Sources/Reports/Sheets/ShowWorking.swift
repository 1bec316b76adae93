import Analysis
import Cells
import Statistics
import StudyModel

/// The figures of one outcome beside formulas that work them out again from the school's own sheet.
///
/// Nothing where the cells of the marks are not known.
func workingRows(
  _ outcome: OutcomeAnalysis, key: String, words: ProgrammeWords, name: String?,
  pupils: [Int: PupilRow]
) -> [SheetRowContent] {
  var working = Working(key: key)
  var arms: [Arm: WorkedArm] = [:]
  for arm in Arm.allCases {
    guard let summary = outcome.descriptives[arm] else { continue }
    let points = outcome.pupils.filter { $0.arm == arm }
    guard
      let before = MarkCells(
        points.map { ($0.row, $0.before) }, of: WellKnownField.before(outcome.outcome), in: pupils),
      let after = MarkCells(
        points.map { ($0.row, $0.after) }, of: WellKnownField.after(outcome.outcome), in: pupils)
    else { return [] }
    let role = outcome.role?.plural ?? words.interventionPupils
    arms[arm] = working.add(
      summary, before: before, after: after,
      called: arm == .intervention ? role : words.comparisonPupils, key: arm.rawValue)
  }
  if let intervention = arms[.intervention], let comparison = arms[.comparison] {
    working.compare(intervention, comparison)
  }
  guard !working.rows.isEmpty else { return [] }
  let suffix = name.map { ": \($0.midSentence)" } ?? ""
  return [
    .empty, .wide("Show your working\(suffix)", .heading),
    .wide(
      "The formulas below work the figures out again from the cells of your own sheet. Click on one"
        + " to see which cells it uses. They change when you change a mark; the analysis does not.",
      .body),
    .head(["Figure", "In the analysis", "Worked out again", "Same?", "How"]),
  ] + working.rows
}

/// One arm whose figures have been worked out.
private struct WorkedArm {
  let summary: GroupSummary
  let name: String
  let count: SheetFormula.Part
  let mean: SheetFormula.Part
  /// Nil for a single pupil.
  let spread: SheetFormula.Part?
}

/// Rows of the table, each with a figure and a formula for it.
private struct Working {
  let key: String
  private(set) var rows: [SheetRowContent] = []

  init(key: String) { self.key = key }

  mutating func add(
    _ summary: ArmDescriptives, before: MarkCells, after: MarkCells, called name: String,
    key arm: String
  ) -> WorkedArm {
    let first = formulas(of: before, "before", name, arm)
    let second = formulas(of: after, "after", name, arm)
    let count = row(
      "\(name): number", Double(summary.after.count), second.count, digits: 0,
      how: "Counts the marks after of the pupils who have both.", "\(arm)-count")
    let meanBefore = row(
      "\(name): average before", summary.before.mean, first.mean, digits: 2,
      how: "The average of their marks before.", "\(arm)-before")
    let mean = row(
      "\(name): average after", summary.after.mean, second.mean, digits: 2,
      how: "The average of their marks after.", "\(arm)-after")
    _ = row(
      "\(name): average gain", summary.gain.mean, [mean, "-", meanBefore], digits: 2,
      how: "Average after less average before.", "\(arm)-gain")
    var spread: SheetFormula.Part?
    if let deviation = summary.before.standardDeviation {
      _ = row(
        "\(name): spread before", deviation, first.deviation, digits: 3,
        how: "The standard deviation of their marks before.", "\(arm)-spread-before")
    }
    if let deviation = summary.after.standardDeviation {
      spread = row(
        "\(name): spread after", deviation, second.deviation, digits: 3,
        how: "The standard deviation of their marks after.", "\(arm)-spread-after")
    }
    return WorkedArm(summary: summary.after, name: name, count: count, mean: mean, spread: spread)
  }

  /// What both arms together give: pooled spread, correction, and the effect without adjustment.
  mutating func compare(_ intervention: WorkedArm, _ comparison: WorkedArm) {
    let arms = [intervention, comparison]
    let counts: [SheetFormula.Part] = [intervention.count, "+", comparison.count]
    guard
      let difference = try? standardizedMeanDifference(
        intervention: intervention.summary, comparison: comparison.summary)
    else { return }
    let squares = arms.compactMap { arm in
      arm.spread.map { ["(", arm.count, "-1)*", $0, "^2"] as [SheetFormula.Part] }
    }.joined(separator: ["+"])
    let pooled = row(
      "Pooled spread after", difference.pooledStandardDeviation,
      ["SQRT(("] + squares + [")/("] + counts + ["-2))"], digits: 3,
      how: "The standard deviation within the two groups together.", "pooled")
    let correction = row(
      "Correction for few pupils (J)", difference.correction,
      ["EXP(GAMMALN(("] + counts + ["-2)/2)-GAMMALN(("] + counts + ["-3)/2))/SQRT(("] + counts
        + ["-2)/2)"],
      digits: 4, how: "Makes an effect from few pupils a little smaller, as it should be.",
      "correction")
    _ = row(
      "Effect size from marks after only", difference.g,
      [correction, "*(", intervention.mean, "-", comparison.mean, ")/", pooled], digits: 3,
      how: "J times the difference after, divided by the pooled spread. The main effect size also "
        + "takes the marks before into account, which no short formula can.", "effect-after")
  }

  private typealias Formulas = (
    count: [SheetFormula.Part], mean: [SheetFormula.Part], deviation: [SheetFormula.Part]
  )

  /// The formulas of some marks: one function, or sums over portions where it could not take all.
  private mutating func formulas(
    of cells: MarkCells, _ side: String, _ name: String, _ arm: String
  ) -> Formulas {
    let texts = cells.portions.map { $0.map(\.text).joined(separator: ",") }
    if texts.count == 1 {
      return (
        [.text("COUNT(\(texts[0]))")], [.text("AVERAGE(\(texts[0]))")],
        [.text("STDEV(\(texts[0]))")]
      )
    }
    func total(_ function: String, _ value: ([Double]) -> Double) -> [SheetFormula.Part] {
      let parts = zip(texts, cells.portions).enumerated().map { number, portion in
        row(
          "\(name): \(function) of marks \(side), part \(number + 1)",
          value(portion.1.flatMap(\.marks)), [.text("\(function)(\(portion.0))")], digits: 0,
          how: "There are too many pupils for one formula.",
          "\(arm)-\(side)-\(function)-\(number)")
      }
      return ["("] + parts.map { [$0] }.joined(separator: ["+"]) + [")"]
    }
    let count = total("COUNT") { Double($0.count) }
    let sum = total("SUM") { $0.reduce(0, +) }
    let squares = total("SUMSQ") { $0.reduce(0) { $0 + $1 * $1 } }
    return (
      count, sum + ["/"] + count,
      ["SQRT(("] + squares + ["-"] + sum + ["^2/"] + count + [")/("] + count + ["-1))"]
    )
  }

  /// Adds a row and gives the cell of its formula.
  private mutating func row(
    _ name: String, _ value: Double, _ formula: [SheetFormula.Part], digits: Int, how: String,
    _ id: String
  ) -> SheetFormula.Part {
    let row = "\(key)-\(id)"
    let format = SheetCellContent.NumberFormat.decimal(digits: digits)
    let mine = SheetFormula.Part.cell(row: row, column: 2)
    let theirs = SheetFormula.Part.cell(row: row, column: 3)
    rows.append(
      SheetRowContent(
        [
          .text(name, .tableText), .number(value, format),
          SheetCellContent(
            .formula(SheetFormula(formula, result: .number(value)), format), .tableNumber),
          SheetCellContent(
            .formula(
              SheetFormula(
                ["IF(ABS(", mine, "-", theirs, ")<0.000001,\"same\",\"changed\")"],
                result: .text("same")), nil), .tableText),
          .text(how, .tableText),
        ], key: row))
    return theirs
  }
}
