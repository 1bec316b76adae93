import Evidence
import Statistics

/// Whether the picture is fair: workbooks that did not come back, and tests for small studies.
func fairnessSection(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageSection {
  var section = PageSection(
    heading: "Is the picture fair?", sentences: [fairnessSentence(analysis)])
  if let funnel = funnelFigure(analysis, anchor: anchor, numbers: &numbers) {
    section.figures.append(funnel)
  }
  guard case .found(let tests) = analysis.smallStudies else { return section }
  section.sentences += smallStudySentences(tests, analysis)
  section.sentences += tests.leftOutForSize.map(\.reason.asSentence)
  section.tables.append(smallStudyTable(tests))
  return section
}

private func smallStudySentences(
  _ tests: SmallStudyTests, _ analysis: CumulativeAnalysis
) -> [String] {
  var sentences: [String] = []
  if let precision = tests.precision {
    sentences.append(
      precision.slope.p < 0.05
        ? "Small studies report other effects than large ones (p "
          + "\(equals(precision.slope.p))): read the average with that in mind. Small studies may "
          + "be missing, or small schools may differ from large ones."
        : "The test that fits effect sizes finds no sign that small studies report other effects "
          + "than large ones (p \(equals(precision.slope.p))). With "
          + "\(NumberStyle.count(analysis.studies.count)) studies it would miss a small tilt.")
  } else {
    sentences.append(
      "How many pupils each arm had is not known, so that the test which fits effect sizes "
        + "cannot be made.")
  }
  sentences.append(
    "The other tests are here because readers look for them. Egger’s gives false alarms with "
      + "effect sizes, the more the larger the effect; trim and fill takes any tilt for missing "
      + "studies; a fail-safe number says nothing about how likely it is that studies are missing.")
  return sentences
}

private func equals(_ p: Double) -> String {
  p < 0.001 ? "below 0.001" : "= \(NumberStyle.probability(p))"
}

private func smallStudyTable(_ tests: SmallStudyTests) -> PageTable {
  func regression(_ name: String, _ test: SmallStudyRegression?) -> [String] {
    guard let test else { return [name, "not computed", "", ""] }
    return [
      name, "slope \(NumberStyle.signed(test.slope.estimate, digits: 2))",
      NumberStyle.probability(test.slope.p),
      "\(NumberStyle.signed(test.limit.estimate, digits: 2)) "
        + "(\(NumberStyle.range(test.limit.interval, digits: 2)))",
    ]
  }
  var rows = [
    regression("On the size of the arms (fits effect sizes)", tests.precision),
    regression("On the standard error (Egger; PET)", tests.egger),
  ]
  if let peese = tests.precisionEffect?.peese {
    rows.append(regression("On the variance (PEESE)", peese))
  }
  if let rank = tests.rankTest {
    rows.append([
      "Rank correlation (Begg and Mazumdar)", "tau \(NumberStyle.signed(rank.tau, digits: 2))",
      NumberStyle.probability(rank.p), "",
    ])
  }
  if let fill = tests.trimAndFill {
    rows.append([
      "Trim and fill",
      "\(fill.missing) filled in\(fill.missing > 0 ? " on the \(fill.side.rawValue)" : "")",
      "",
      "\(NumberStyle.signed(fill.fit.estimate, digits: 2)) "
        + "(\(NumberStyle.range(fill.fit.interval, digits: 2)))",
    ])
  }
  if let selection = tests.selection {
    rows.append([
      "Selection by p (three parameters)",
      "weight of p above 0.025: \(NumberStyle.decimal(selection.relativeWeight, digits: 2))",
      NumberStyle.probability(selection.ratioP),
      "\(NumberStyle.signed(selection.summary.estimate, digits: 2)) "
        + "(\(NumberStyle.range(selection.summary.interval, digits: 2)))",
    ])
  }
  if let safe = tests.failSafe {
    rows.append(["Fail-safe number (Rosenthal)", NumberStyle.shortest(safe.rosenthal), "", ""])
    if let orwin = safe.orwin {
      rows.append(["Fail-safe number (Orwin)", NumberStyle.shortest(orwin), "", ""])
    }
    rows.append(["Fail-safe number (Rosenberg)", NumberStyle.shortest(safe.rosenberg), "", ""])
  }
  return PageTable(
    "Tests for small studies",
    columns: [.text("Test"), .text("Finding"), .number("p"), .number("Effect it leaves")],
    rows: rows)
}

/// Whether chance formed the groups, as marks before and recorded draws tell; nil where neither is
/// known.
func chanceSection(_ analysis: CumulativeAnalysis) -> PageSection? {
  var section = PageSection(heading: "Were the groups formed by chance?")
  if let audit = analysis.baseline { section.sentences += baselineSentences(audit) }
  if let audit = analysis.randomisation { section.sentences += drawSentences(audit) }
  if let places = analysis.baseline?.places, !places.isEmpty {
    section.tables.append(
      PageTable(
        "Differences before the programme, by country",
        columns: [.text("Country"), .number("Studies"), .number("Difference"), .number("p")],
        rows: places.map {
          [
            $0.name, NumberStyle.count($0.studies), NumberStyle.signed($0.estimate, digits: 2),
            NumberStyle.probability($0.p),
          ]
        }))
  }
  return section.isEmpty ? nil : section
}

private func baselineSentences(_ audit: BaselineAudit) -> [String] {
  let average =
    "Before the programme, pupils who were to get it differed from the others by "
    + "\(NumberStyle.signed(audit.estimate, digits: 2)) on average over \(audit.studies) studies "
    + "whose groups were formed by chance (\(NumberStyle.range(audit.interval, digits: 2)))."
  let verdict =
    audit.isOdd
    ? "Chance gives so much rarely (p \(equals(audit.p)) for the average, \(equals(audit.qP)) for "
      + "the spread): see how groups were formed before leaning on the average."
    : "That is as chance would have it (p \(equals(audit.p)) for the average, \(equals(audit.qP)) "
      + "for the spread)."
  return [average, verdict]
}

private func drawSentences(_ audit: RandomisationAudit) -> [String] {
  guard audit.recorded > 0 else {
    let which =
      audit.byChance == 1
      ? "The one study that says chance formed the groups has no draw"
      : "None of the \(NumberStyle.count(audit.byChance)) studies that say chance formed the groups has "
        + "a draw"
    return ["\(which) recorded in its workbook, so that no draw could be checked."]
  }
  var sentences = [
    "\(audit.recorded) of \(NumberStyle.count(audit.byChance, "study", "studies")) "
      + "\(audit.recorded == 1 ? "has its" : "have their") draw recorded: \(audit.hashRight) "
      + "\(audit.hashRight == 1 ? "is as it was" : "are as they were") sealed, and \(audit.reproduced) gave the "
      + "same groups when drawn again from their seed."
  ]
  if !audit.notReproduced.isEmpty {
    sentences.append(
      "Drawn again with another result: \(studyNames(audit.notReproduced).joined(separator: ", "))."
    )
  }
  sentences.append(
    audit.tampered.isEmpty
      ? "No pupil is in another group than the draw gave."
      : "\(NumberStyle.count(audit.changedPupils, "pupil", "pupils")) of "
        + "\(NumberStyle.count(audit.drawnPupils)) are in another group than the draw gave, in "
        + "\(studyNames(audit.tampered).joined(separator: ", ")).")
  return sentences
}
