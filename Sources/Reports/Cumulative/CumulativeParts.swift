import Evidence
import Statistics

/// One analysis for the page, its figures numbered on from those before.
func cumulativePart(
  _ analysis: CumulativeAnalysis, anchor: String, label: String?, numbers: inout FigureNumbers
) -> CumulativePart {
  let effect = pooledFigure(analysis, anchor: anchor, numbers: &numbers)
  let flow = schoolFlowFigure(analysis.flow, anchor: anchor, numbers: &numbers)
  let returns = returnTables(analysis)
  let differences = differenceSentences(analysis)
  let sections: [PageSection?] =
    [
      settledSection(analysis, anchor: anchor, numbers: &numbers),
      fairnessSection(analysis, anchor: anchor, numbers: &numbers), chanceSection(analysis),
      influenceSection(analysis),
    ] + explanationSections(analysis) + [
      multilevelSection(analysis), oneStageSection(analysis), nextSection(analysis),
      mapSection(analysis, anchor: anchor, numbers: &numbers),
    ]
  return CumulativePart(
    anchor: anchor, label: label, level: label == nil ? 2 : 3,
    headline: pooledHeadline(analysis), sentences: pooledSentences(analysis), effect: effect,
    hasFlow: flow != nil || !returns.sentences.isEmpty, flow: flow, returns: returns.sentences,
    returnTables: returns.tables,
    missing: [missingWorkbooks(analysis)].compactMap(\.self),
    forest: analysis.studies.isEmpty ? nil : forestTable(analysis, label: label),
    hasDifferences: !differences.isEmpty, differences: differences,
    sections: sections.compactMap(\.self), numbers: pooledTable(analysis),
    hasCautions: !analysis.cautions.isEmpty, cautions: analysis.cautions.map(\.asSentence))
}

private func pooledFigure(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageFigure? {
  guard let pooled = analysis.pooled, analysis.studies.count > 1 else { return nil }
  let prediction = pooled.tau2 > 0 ? pooled.predictionInterval : nil
  let figure = EffectFigure(
    estimate: pooled.estimate, interval: pooled.interval,
    label: "\(NumberStyle.signed(pooled.estimate, digits: 2)) on average",
    leftWords: "comparison pupils ahead", rightWords: "programme pupils ahead",
    prediction: prediction)
  let bar =
    prediction == nil
    ? "" : " The orange bar is where the effect in one more school like these may lie."
  return numbers.figure(
    "The average effect, and how unsure we are", id: "\(anchor)-effect", drawing: figure.svg,
    finding: averageSentence(pooled),
    remark: "The dot is the average of all schools; the shape shows how well each value fits."
      + bar)
}

private func schoolFlowFigure(
  _ flow: SchoolFlow, anchor: String, numbers: inout FigureNumbers
) -> PageFigure? {
  var known: [(String, Int?)] = [
    ("issued", flow.issued), ("returned", flow.returned), ("readable", flow.readable),
    ("usable", flow.complete), ("in the average", flow.pooled),
  ]
  // With a register, what came back is what could be read.
  if flow.issued != nil, flow.readable == flow.returned { known.remove(at: 2) }
  let steps = known.compactMap { title, count in
    count.map { FlowFigure.Step(title: title, count: $0, details: []) }
  }
  guard steps.count > 1 else { return nil }
  return numbers.figure(
    "Workbooks, from issued to counted", id: "\(anchor)-flow",
    drawing: FlowFigure(steps: steps).svg,
    finding: steps.map { "\(NumberStyle.count($0.count)) \($0.title)" }
      .joined(separator: ", ").atStart + ".",
    data: PageTable(
      "Workbooks at each step", columns: [.text("Step"), .number("Workbooks")],
      rows: known.map { [$0.0.atStart, $0.1.map { NumberStyle.count($0) } ?? "not known"] }))
}

func cumulativeFigure(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageFigure? {
  guard analysis.steps.count >= 3, let last = analysis.steps.last else { return nil }
  let hasAnytime = analysis.steps.contains { $0.anytime != nil }
  let anytime =
    hasAnytime
    ? " The dashed band may be looked at after every study; the blue one holds for one look." : ""
  return numbers.figure(
    "The average after each study", id: "\(anchor)-cumulative",
    drawing: CumulativeFigure(steps: thinned(analysis.steps, to: 300)).svg,
    finding: "After \(last.count) studies the average is "
      + "\(NumberStyle.signed(last.estimate, digits: 2)) "
      + "(\(NumberStyle.range(last.interval, digits: 2))).",
    remark: "The line is the average, the blue band its 95% range." + anytime,
    data: stepTable(analysis))
}

func funnelFigure(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageFigure? {
  guard analysis.studies.count >= ContourFunnel.fewestStudies, let pooled = analysis.pooled
  else { return nil }
  let funnel = ContourFunnel(studies: analysis.studies.map(\.study), average: pooled.estimate)
  return numbers.figure(
    "Effects by the size of the study", id: "\(anchor)-funnel", drawing: funnel.svg,
    finding: "\(analysis.studies.count) studies around an average of "
      + "\(NumberStyle.signed(pooled.estimate, digits: 2)), larger studies at the top.",
    remark: "Outside the white middle, p is below 0.10, 0.05 and 0.01. The dashed line is the "
      + "average.")
}

/// As many steps as a picture or a table holds: evenly, with the first and the last.
func thinned(_ steps: [CumulativeStep], to most: Int) -> [CumulativeStep] {
  guard steps.count > most else { return steps }
  return (0..<most).map { steps[$0 * (steps.count - 1) / (most - 1)] }
}
