import Cells
import Evidence
import Statistics

/// The average after each study, as a table.
func stepTable(_ analysis: CumulativeAnalysis) -> PageTable {
  let hasAnytime = analysis.steps.contains { $0.anytime != nil }
  return PageTable(
    analysis.steps.count > 100
      ? "The average after some of \(NumberStyle.count(analysis.steps.count)) steps"
      : "The average after each study",
    columns: [.number("Studies"), .text("Last"), .number("Average"), .number("95% range")]
      + (hasAnytime ? [.number("Valid at any time")] : []),
    rows: thinned(analysis.steps, to: 100).map { step in
      [
        NumberStyle.count(step.count), step.id, NumberStyle.signed(step.estimate, digits: 2),
        NumberStyle.range(step.interval, digits: 2),
      ] + (hasAnytime ? [step.anytime.map { NumberStyle.range($0, digits: 2) } ?? ""] : [])
    })
}

/// Every number of the model; nil where nothing was pooled.
func pooledTable(_ analysis: CumulativeAnalysis) -> PageTable? {
  guard let pooled = analysis.pooled else { return nil }
  func range(_ interval: Interval?, digits: Int = 3) -> String {
    interval.map { NumberStyle.range($0, digits: digits) } ?? ""
  }
  let degrees = pooled.degreesOfFreedom.map { " (df \(NumberStyle.shortest($0)))" } ?? ""
  return PageTable(
    "The pooled effect", columns: [.text("Measure"), .number("Value"), .number("95% range")],
    rows: [
      [
        "Average effect size", NumberStyle.signed(pooled.estimate, digits: 3),
        range(pooled.interval),
      ],
      ["Standard error", NumberStyle.decimal(pooled.standardError, digits: 3), ""],
      [
        "Test statistic\(degrees)",
        pooled.statistic.map { NumberStyle.decimal($0, digits: 2) } ?? "none", "",
      ],
      ["p", NumberStyle.probability(pooled.p), ""],
      ["Next school (prediction)", "", pooled.predictionInterval.map { range($0) } ?? "not yet"],
      [
        "tau², variance between schools", NumberStyle.decimal(pooled.tau2, digits: 4),
        pooled.tau2Interval.map {
          "\(NumberStyle.decimal($0.low, digits: 4)) to \(NumberStyle.decimal($0.high, digits: 4))"
        } ?? "",
      ],
      ["I²", NumberStyle.decimal(pooled.i2, digits: 1) + "%", ""],
      ["H²", NumberStyle.decimal(pooled.h2, digits: 2), ""],
      [
        "Q (df \(NumberStyle.shortest(pooled.qDegreesOfFreedom)))",
        NumberStyle.decimal(pooled.q, digits: 2), "p \(NumberStyle.probability(pooled.qP))",
      ],
    ])
}

/// How the averages were worked out; each sentence once.
func cumulativeMethods(_ analyses: [CumulativeAnalysis]) -> [String] {
  var methods: [String] = []
  for analysis in analyses {
    let model = analysis.model
    let test =
      model.test == "knha"
      ? "the Knapp–Hartung adjustment and the t distribution" : "the normal distribution"
    let variance =
      model.variance == "pooled"
      ? "Within a programme and test, the variances of small studies are worked out from all "
        + "its schools together; a school’s own is too unsure to weigh it by."
      : "Each study is weighed by its own variance."
    let sentence =
      "Effects are Hedges g. The average is a random-effects mean; the variance between schools "
      + "is estimated by \(model.estimator), ranges use \(test) at "
      + "\(NumberStyle.percentage(model.level)). \(variance)"
    if !methods.contains(sentence) { methods.append(sentence) }
  }
  methods.append(
    "A 95% range means: if we repeated this many times, about 95 in 100 such ranges would contain "
      + "the true figure. The files beside this page hold every effect and a script for R "
      + "(metafor) that gives the same numbers.")
  return methods
}

/// `26 June 2026` for `2026-06-26`; anything else as it is.
func dayInWords(_ iso: String) -> String { ExcelDate(iso: iso)?.inWords ?? iso }
