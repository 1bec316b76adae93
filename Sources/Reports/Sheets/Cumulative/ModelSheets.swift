import Evidence
import Statistics
import StudyModel

/// The average of each kind of study.
func kindsSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Kinds of studies", title: "The average of each kind of study",
    notes: analyses.allSatisfy(\.subgroups.isEmpty)
      ? ["No kinds were asked for; merge --by country compares countries."]
      : ["Kinds share one tau², as small kinds cannot give their own."],
    columns: [
      .init("Analysis", width: 44, .text), .init("By", width: 18, .text),
      .init("Kind", width: 22, .text), .init("Studies", width: 9, .whole),
    ] + .estimate("Average") + [
      .init("tau²", width: 10, .decimal(digits: 4)),
      .init("Q between", width: 10, .decimal(digits: 3)),
      .init("p", width: 10, .decimal(digits: 4)),
    ],
    rows: analyses.flatMap { analysis in
      analysis.subgroups.flatMap { subgroup in
        subgroup.comparison.groups.map { group in
          [
            .text(analysis.title), .text(subgroup.by), .text(subgroup.names[group.level]),
            .count(group.count), .number(group.estimate), .number(group.interval.low),
            .number(group.interval.high), .number(group.tau2),
            .number(subgroup.comparison.qBetween), .number(subgroup.comparison.p),
          ]
        }
      }
    })
}

/// Effects regressed on moderators.
func moderatorsSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Moderators", title: "What effects go with",
    notes: analyses.allSatisfy(\.moderators.isEmpty)
      ? ["No moderators were asked for, or none could be told; see Data notes."]
      : ["One block of rows for each regression; R² is the share of tau² accounted for."],
    columns: [
      .init("Analysis", width: 44, .text), .init("Formula", width: 24, .text),
      .init("Coefficient", width: 24, .text),
    ] + .estimate("Value", digits: 4) + [
      .init("Standard error", width: 11, .decimal(digits: 4)),
      .init("p", width: 10, .decimal(digits: 4)), .init("Studies", width: 9, .whole),
      .init("tau² left", width: 10, .decimal(digits: 4)),
      .init("R² %", width: 9, .decimal(digits: 1)), .init("QM", width: 10, .decimal(digits: 3)),
      .init("p of QM", width: 10, .decimal(digits: 4)),
      .init("p by permutation", width: 11, .decimal(digits: 3)),
    ],
    rows: analyses.flatMap { analysis in
      analysis.moderators.flatMap { moderator in
        zip(["intercept"] + moderator.names, moderator.fit.coefficients).map { name, value in
          [
            .text(analysis.title), .text("~ \(moderator.name)"), .text(name),
            .number(value.estimate), .number(value.interval.low), .number(value.interval.high),
            .number(value.standardError), .number(value.p), .count(moderator.fit.count),
            .number(moderator.fit.tau2), .number(moderator.fit.rSquared),
            .number(moderator.fit.qm), .number(moderator.fit.qmP),
            .number(moderator.permutation?.jointP),
          ]
        }
      }
    })
}

/// Whether small studies tell otherwise than large ones.
func smallStudiesSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Small studies", title: "Do small studies tell otherwise?",
    notes: analyses.compactMap { analysis in
      guard case .notLookedAt(let reason) = analysis.smallStudies else { return nil }
      return "\(analysis.title): not looked at, \(reason)."
    } + ["The test on the size of the arms is the one that fits effect sizes."],
    columns: [.init("Analysis", width: 44, .text), .init("Test", width: 44, .text)]
      + .estimate("Value") + [.init("p", width: 10, .decimal(digits: 4))],
    rows: analyses.flatMap { analysis -> [[TableSheet.Value]] in
      guard case .found(let tests) = analysis.smallStudies else { return [] }
      return smallStudyRows(tests).map { [.text(analysis.title)] + $0 }
    })
}

private func smallStudyRows(_ tests: SmallStudyTests) -> [[TableSheet.Value]] {
  func rows(_ name: String, _ test: SmallStudyRegression?) -> [[TableSheet.Value]] {
    guard let test else { return [] }
    return [("slope", test.slope), ("effect left", test.limit)].map { part, value in
      [
        .text("\(name): \(part)"), .number(value.estimate), .number(value.interval.low),
        .number(value.interval.high), .number(value.p),
      ]
    }
  }
  var all = rows("On the size of the arms", tests.precision)
  all += rows("On the standard error (Egger, PET)", tests.egger)
  all += rows("On the variance (PEESE)", tests.precisionEffect?.peese)
  if let rank = tests.rankTest {
    all.append([.text("Rank correlation: tau"), .number(rank.tau), .empty, .empty, .number(rank.p)])
  }
  if let fill = tests.trimAndFill {
    all.append([.text("Trim and fill: filled in"), .count(fill.missing), .empty, .empty, .empty])
    all.append([
      .text("Trim and fill: average"), .number(fill.fit.estimate), .number(fill.fit.interval.low),
      .number(fill.fit.interval.high), .number(fill.fit.p),
    ])
  }
  if let selection = tests.selection {
    all.append([
      .text("Selection by p: average"), .number(selection.summary.estimate),
      .number(selection.summary.interval.low), .number(selection.summary.interval.high),
      .number(selection.ratioP),
    ])
  }
  if let safe = tests.failSafe {
    all.append([
      .text("Fail-safe number, Rosenthal"), .number(safe.rosenthal), .empty, .empty, .empty,
    ])
    all.append([.text("Fail-safe number, Orwin"), .number(safe.orwin), .empty, .empty, .empty])
    all.append([
      .text("Fail-safe number, Rosenberg"), .number(safe.rosenberg), .empty, .empty, .empty,
    ])
  }
  return all
}

/// The four areas, policies and ways.
func areasSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Areas and ways", title: "The four areas of evidence, and what moved between them",
    notes: analyses.compactMap(\.map).map { "\($0.title): \(survivalSentence($0))" },
    columns: [
      .init("Analysis", width: 44, .text), .init("Kind", width: 14, .text),
      .init("What", width: 50, .text), .init("Day", width: 12, .text),
      .init("Studies", width: 9, .whole), .init("Pupils", width: 9, .whole),
    ] + .estimate("Average") + [
      .init("Next school, low", width: 11, .signed(digits: 3)),
      .init("Next school, high", width: 11, .signed(digits: 3)),
      .init("Rests on", width: 40, .text),
    ],
    rows: analyses.compactMap(\.map).flatMap { map in
      areaRows(map) + policyRows(map) + wayRows(map)
    })
}

private func policyRows(_ map: EvidenceMap) -> [[TableSheet.Value]] {
  map.policies.map { policy -> [TableSheet.Value] in
    let kind = "\(policy.instrument.rawValue), \(policy.status.rawValue)"
    return [
      .text(map.title), .text("policy"),
      .text("\(policy.country), \(policy.body): \(policy.title) (\(kind))"), .day(policy.date),
    ] + blanks + [.text(policy.cites.joined(separator: ", "))]
  }
}

private func wayRows(_ map: EvidenceMap) -> [[TableSheet.Value]] {
  map.pathways.map { way -> [TableSheet.Value] in
    [.text(map.title), .text("way"), .text(waySentence(way)), .day(way.date)] + blanks
      + [.text((way.studies + way.policies).joined(separator: ", "))]
  }
}

/// The columns of numbers, which records have none of.
private let blanks = [TableSheet.Value](repeating: .empty, count: 7)

private func areaRows(_ map: EvidenceMap) -> [[TableSheet.Value]] {
  map.areas.map { area in
    [
      .text(map.title), .text("area"), .text(area.area.inWords), .empty, .count(area.studies),
      .count(area.pupils), .number(area.estimate), .number(area.interval?.low),
      .number(area.interval?.high), .number(area.predictionInterval?.low),
      .number(area.predictionInterval?.high), .empty,
    ]
  }
}

/// How everything was worked out, what cannot be said, and what became of the workbooks.
func notesSheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Data notes", title: "Data notes", notes: cumulativeMethods(analyses),
    columns: [
      .init("Analysis", width: 44, .text), .init("About", width: 22, .text),
      .init("Note", width: 110, .text),
    ],
    rows: analyses.flatMap { analysis -> [[TableSheet.Value]] in
      let flow = analysis.flow
      let counts = [
        ("issued", flow.issued), ("returned", flow.returned), ("readable", flow.readable),
        ("complete", flow.complete), ("in the average", flow.pooled),
      ].compactMap { name, count in count.map { "\(NumberStyle.count($0)) \(name)" } }
      let notes =
        [("workbooks", counts.joined(separator: ", "))]
        + returnTables(analysis).sentences.map { ("workbooks", $0) }
        + analysis.cautions.map { ("what cannot be said", $0) }
        + (chanceSection(analysis)?.sentences ?? []).map { ("groups by chance", $0) }
        + (oneStageSection(analysis)?.sentences ?? []).map { ("one model for all", $0) }
        + analysis.leftOutForSize.map { ("left out for size", $0.reason.asSentence) }
      return notes.map { [.text(analysis.title), .text($0.0), .text($0.1)] }
    })
}
