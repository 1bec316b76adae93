import Evidence
import Statistics

/// What moves the effect: kinds of studies, and numbers that effects are regressed on.
func explanationSections(_ analysis: CumulativeAnalysis) -> [PageSection] {
  analysis.subgroups.map(subgroupSection) + analysis.moderators.map(moderatorSection)
}

private func subgroupSection(_ analysis: SubgroupAnalysis) -> PageSection {
  let comparison = analysis.comparison
  let largest = comparison.groups.max { $0.estimate < $1.estimate }
  let smallest = comparison.groups.min { $0.estimate < $1.estimate }
  var sentences: [String] = []
  if let largest, let smallest {
    let spread =
      "the average is \(NumberStyle.signed(largest.estimate, digits: 2)) for "
      + "\(analysis.names[largest.level]) and \(NumberStyle.signed(smallest.estimate, digits: 2)) "
      + "for \(analysis.names[smallest.level])"
    sentences.append(
      comparison.p < 0.05
        ? "\(spread.atStart); chance alone rarely makes kinds differ so much (p "
          + "\(p(comparison.p)))."
        : "\(spread.atStart); chance alone can make kinds differ so much (p \(p(comparison.p))).")
  }
  sentences.append(
    "Schools that differ in this also differ in other ways: a difference between kinds is not yet "
      + "its effect.")
  var section = PageSection(
    heading: "Does it depend on \(analysis.by)?", sentences: sentences,
    tables: [subgroupTable(analysis, comparison, caption: "The average by \(analysis.by)")])
  if let separate = analysis.separate {
    section.folded.append(
      .init(
        summary: "The same, each kind with its own tau²",
        table: subgroupTable(
          analysis, separate, caption: "The average by \(analysis.by), each with its own tau²")))
  }
  return section
}

private func subgroupTable(
  _ analysis: SubgroupAnalysis, _ comparison: SubgroupComparison, caption: String
) -> PageTable {
  let total = comparison.groups.map(\.count).reduce(0, +)
  return PageTable(
    caption,
    columns: [
      .text(analysis.by.atStart), .number("Studies"), .number("Average"), .number("95% range"),
      .number("tau²"),
    ],
    rows: comparison.groups.map { group in
      [
        analysis.names[group.level], NumberStyle.count(group.count),
        NumberStyle.signed(group.estimate, digits: 2), NumberStyle.range(group.interval, digits: 2),
        NumberStyle.decimal(group.tau2, digits: 3),
      ]
    } + [
      [
        "Between kinds: Q \(NumberStyle.decimal(comparison.qBetween, digits: 2)), p "
          + "\(NumberStyle.probability(comparison.p))", NumberStyle.count(total), "", "", "",
      ]
    ])
}

private func moderatorSection(_ analysis: ModeratorAnalysis) -> PageSection {
  let fit = analysis.fit
  var sentences = [
    fit.qmP < 0.05
      ? "Effects go with \(analysis.name): chance alone rarely makes them go together so closely (p "
        + "\(p(fit.qmP)))."
      : "There is no clear sign that effects go with \(analysis.name) (p \(p(fit.qmP))). With "
        + "\(fit.count) studies a true link would often be missed."
  ]
  if let permutation = analysis.permutation {
    sentences.append(
      "When its values are dealt out to other studies by chance, "
        + "\(NumberStyle.percentage(permutation.jointP)) of \(permutation.draws) deals explain as "
        + "much.")
  } else if analysis.isPermutationLeftOut {
    sentences.append(SizeLimit.permutation.reason.asSentence)
  }
  if let share = fit.rSquared {
    sentences.append(
      "It accounts for \(NumberStyle.decimal(share, digits: 0))% of the variance between schools, "
        + "which is a rough figure with few schools.")
  }
  return PageSection(
    heading: "Does it go with \(analysis.name)?", sentences: sentences,
    tables: [
      PageTable(
        "Effects by \(analysis.name), \(NumberStyle.count(fit.count, "study", "studies"))",
        columns: [.text("Coefficient"), .number("Value"), .number("95% range"), .number("p")],
        rows: zip(["intercept"] + analysis.names, fit.coefficients).map { name, value in
          [
            name, NumberStyle.signed(value.estimate, digits: 3),
            NumberStyle.range(value.interval, digits: 3), NumberStyle.probability(value.p),
          ]
        })
    ])
}

/// Effects within studies; nil where every study has one.
func multilevelSection(_ analysis: CumulativeAnalysis) -> PageSection? {
  guard !analysis.isMultilevelLeftOut else {
    return PageSection(
      heading: "Several effects of one study", sentences: [SizeLimit.multilevel.reason.asSentence])
  }
  guard let fit = analysis.multilevel?.fit else { return nil }
  let robust = fit.robust.first?.cr2
  var sentences = [
    "Some studies give more than one effect, such as one for tutors and one for tutees against "
      + "the same comparison pupils. Taken apart, \(fit.effectCount) effects of \(fit.studyCount) "
      + "studies average \(NumberStyle.signed(fit.summary.estimate, digits: 2))."
  ]
  if let robust {
    sentences.append(
      "The range that holds whatever the effects of one study have in common is "
        + "\(NumberStyle.range(robust.interval, digits: 2)).")
  }
  let shares = fit.i2
  return PageSection(
    heading: "Several effects of one study", sentences: sentences,
    tables: [
      PageTable(
        "Effects within studies",
        columns: [.text("Measure"), .number("Value"), .number("95% range")],
        rows: [
          [
            "Average, three-level model", NumberStyle.signed(fit.summary.estimate, digits: 3),
            NumberStyle.range(fit.summary.interval, digits: 3),
          ],
          [
            "The same, robust (CR2, Satterthwaite df "
              + "\(robust?.degreesOfFreedom.map { NumberStyle.decimal($0, digits: 1) } ?? "not known"))",
            NumberStyle.signed(fit.summary.estimate, digits: 3),
            robust.map { NumberStyle.range($0.interval, digits: 3) } ?? "not computed",
          ],
          ["Variance between studies", NumberStyle.decimal(fit.studyVariance, digits: 4), ""],
          [
            "Variance between effects of a study",
            NumberStyle.decimal(fit.effectVariance, digits: 4), "",
          ],
          [
            "I² between studies; within studies",
            "\(NumberStyle.decimal(shares.study, digits: 0))%; "
              + "\(NumberStyle.decimal(shares.effect, digits: 0))%", "",
          ],
        ])
    ])
}

/// One model over all pupils, and why it differs; nil where sums are not known.
func oneStageSection(_ analysis: CumulativeAnalysis) -> PageSection? {
  guard let check = analysis.oneStage, let first = check.steps.first else { return nil }
  let distance = abs(check.effect - first.effect)
  let rows = zip(check.steps, [nil] + check.steps.map(Optional.some)).map { step, before in
    [
      step.reason.inWords, NumberStyle.signed(step.effect, digits: 3),
      before.map { NumberStyle.signed(step.effect - $0.effect, digits: 3) } ?? "",
    ]
  }
  return PageSection(
    heading: "The same from all pupils at once",
    sentences: [
      "One model over the sums of all pupils of \(check.studies) studies gives "
        + "\(NumberStyle.signed(check.effect, digits: 2)) "
        + "(\(NumberStyle.range(check.interval, digits: 2))), which is "
        + "\(NumberStyle.decimal(check.difference, digits: 2)) marks.",
      distance < 0.02
        ? "That is what the effects of the studies give too: the average does not hang on how "
          + "it is worked out."
        : "That is \(NumberStyle.decimal(distance, digits: 2)) from the average of this report; "
          + "the table says where the difference comes from.",
    ],
    tables: [
      PageTable(
        "From the average of studies to the model over pupils",
        columns: [.text("Step"), .number("Average"), .number("Change")], rows: Array(rows))
    ])
}

extension OneStageCheck.Reason {
  fileprivate var inWords: String {
    switch self {
    case .reported: "Average of this report"
    case .sameStudies:
      "Studies with sums of one test, tutees where there are roles, weighed by size alone"
    case .oneStandardDeviation:
      "Marks averaged first, divided by one standard deviation; no small-sample correction"
    case .oneModel: "All schools in one model, with one residual variance"
    }
  }
}

private func p(_ value: Double) -> String {
  value < 0.001 ? "below 0.001" : "= \(NumberStyle.probability(value))"
}
