import Evidence
import Statistics
import StudyModel

/// Every effect that was pooled, with what is known of its study.
func effectsSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  let studies = analyses.flatMap(\.studies)
  // The questions that most studies answer first; a sheet has room for so many.
  var counts: [String: Int] = [:]
  for study in studies { for name in study.study.moderators.keys { counts[name, default: 0] += 1 } }
  let questions = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(60).map(\.key)
    .sorted()
  return TableSheet(
    name: "Effects", title: "Every effect in the averages",
    notes: ["Effects are Hedges g; the shrunken effect is drawn towards the average."],
    columns: [
      .init("Analysis", width: 44, .text), .init("Study", width: 36, .text),
      .init("Second test", width: 12, .text),
    ] + .estimate("Effect") + [
      .init("Variance", width: 11, .decimal(digits: 5)),
      .init("Weight %", width: 10, .decimal(digits: 2)),
      .init("Shrunken effect", width: 11, .signed(digits: 3)),
      .init("Pupils", width: 9, .whole), .init("Country", width: 9, .text),
      .init("Phase", width: 11, .text), .init("Programme", width: 24, .text),
      .init("Design", width: 16, .text), .init("Certainty", width: 11, .text),
      .init("Area", width: 16, .text), .init("Why there", width: 40, .text),
    ] + questions.map { .init($0, width: 16, .text) },
    rows: analyses.flatMap { analysis in
      analysis.studies.map { effectRow($0, title: analysis.title, questions: questions) }
    })
}

private func effectRow(
  _ contribution: StudyContribution, title: String, questions: [String]
) -> [TableSheet.Value] {
  let study = contribution.study
  let own: [TableSheet.Value] = [
    .text(title), .text(study.id), .day(study.date), .number(study.estimate),
    .number(contribution.interval.low), .number(contribution.interval.high),
    .number(study.variance), .number(contribution.weight), .number(contribution.shrunken),
    .count(study.pupils), .text(study.country), .text(study.phase), .text(study.programme),
    .text(study.design?.rawValue), .text(study.certainty), .text(study.area?.inWords),
    .text(study.areaRules.joined(separator: "; ")),
  ]
  return own
    + questions.map { question in
      guard let answer = study.moderators[question] else { return .empty }
      return Double(answer).map { .number($0) } ?? .text(answer)
    }
}

/// The average after each study, and a chart of the first analysis.
func stepsSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  let first = analyses.first?.steps.count ?? 0
  return TableSheet(
    name: "Cumulative", title: "The average after each study",
    notes: [
      "Studies of one day come together. The range that is valid at any time may be looked at after "
        + "every study; the ordinary one may not."
    ],
    columns: [.init("Analysis", width: 44, .text), .init("Studies", width: 9, .whole)]
      + .estimate("Average") + [
        .init("Any time, low", width: 11, .signed(digits: 3)),
        .init("Any time, high", width: 11, .signed(digits: 3)),
        .init("tau²", width: 10, .decimal(digits: 4)), .init("Last study", width: 36, .text),
        .init("Second test", width: 12, .text),
      ],
    rows: analyses.flatMap { analysis in
      analysis.steps.map { step in
        [
          .text(analysis.title), .count(step.count), .number(step.estimate),
          .number(step.interval.low), .number(step.interval.high), .number(step.anytime?.low),
          .number(step.anytime?.high), .number(step.tau2), .text(step.id), .day(step.date),
        ]
      }
    },
    picture: first < 3
      ? nil
      : .lines(
        .init(
          title: "The average after each study: \(analyses[0].title)".shortened(to: 200),
          axisTitles: ["studies so far", "effect size"],
          words: settledSentence(analyses[0]).shortened(to: 250), across: 1,
          lines: [
            .init(column: 2, look: .middle), .init(column: 3, look: .edge),
            .init(column: 4, look: .edge), .init(column: 5, look: .outerEdge),
            .init(column: 6, look: .outerEdge),
          ])))
}

/// What each study does to the average.
func influenceSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Influence", title: "The average without each study",
    notes: [
      "Marked studies pass one of metafor’s thresholds: a reason to look at them, not to leave them "
        + "out."
    ],
    columns: [.init("Analysis", width: 44, .text), .init("Without", width: 36, .text)]
      + .estimate("Average") + [
        .init("tau²", width: 10, .decimal(digits: 4)),
        .init("Residual", width: 10, .signed(digits: 2)),
        .init("DFFITS", width: 10, .signed(digits: 3)),
        .init("Cook’s distance", width: 10, .decimal(digits: 4)),
        .init("Covariance ratio", width: 10, .decimal(digits: 3)),
        .init("Hat", width: 10, .decimal(digits: 4)), .init("Marked", width: 9, .text),
      ],
    rows: analyses.flatMap { analysis in
      zip(analysis.studies, analysis.leaveOneOut).map { contribution, step in
        let influence = contribution.influence
        return [
          .text(analysis.title), .text(step.without), .number(step.estimate),
          .number(step.interval.low), .number(step.interval.high), .number(step.tau2),
          .number(influence?.studentizedResidual), .number(influence?.dffits),
          .number(influence?.cookDistance), .number(influence?.covarianceRatio),
          .number(influence?.hat), .text(influence?.isInfluential == true ? "yes" : nil),
        ]
      }
    })
}
