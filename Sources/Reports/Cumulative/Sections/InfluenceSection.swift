import Evidence
import Statistics

/// Whether the average would hold without any one study; nil below three studies.
func influenceSection(_ analysis: CumulativeAnalysis) -> PageSection? {
  guard !analysis.leaveOneOut.isEmpty else { return nil }
  var sentences = [sensitivitySentence(analysis)]
  let marked = analysis.studies.filter { $0.influence?.isInfluential == true }
  if !marked.isEmpty {
    let names = studyNames(analysis.studies.map(\.study.id))
    let shown = zip(names, analysis.studies).filter { $0.1.influence?.isInfluential == true }
      .map(\.0).prefix(5)
    sentences.append(
      (marked.count == 1
        ? "One study moves it more than the others do"
        : "\(marked.count) studies move it more than the others do")
        + ": \(shown.joined(separator: ", "))\(marked.count > 5 ? " and others" : ""). That is a "
        + "reason to look at them, not to leave them out.")
  }
  return PageSection(
    heading: "Would it hold without any one study?", sentences: sentences,
    folded: [.init(summary: "The average without each study", table: influenceTable(analysis))])
}

/// As many rows as a person reads; with more studies, those that move the average most.
private func influenceTable(_ analysis: CumulativeAnalysis) -> PageTable {
  let most = 100
  let names = studyNames(analysis.studies.map(\.study.id))
  let without = Dictionary(analysis.leaveOneOut.map { ($0.without, $0) }) { first, _ in first }
  var rows = Array(zip(names, analysis.studies))
  let isCut = rows.count > most
  if isCut {
    let ranked = rows.enumerated().sorted { one, other in
      let first = one.element.1.influence?.cookDistance ?? 0
      let second = other.element.1.influence?.cookDistance ?? 0
      return first == second ? one.offset < other.offset : first > second
    }
    rows = ranked.prefix(most).map(\.element)
  }
  return PageTable(
    isCut
      ? "The average without each of the \(most) studies that move it most"
      : "The average without each study",
    columns: [
      .text("Without"), .number("Average"), .number("95% range"), .number("tau²"),
      .number("Residual"), .number("Cook’s distance"), .number("DFFITS"), .text("Marked"),
    ],
    rows: rows.map { name, contribution in
      let step = without[contribution.study.id]
      let influence = contribution.influence
      func number(_ value: Double?) -> String {
        value.map { NumberStyle.signed($0, digits: 2) } ?? ""
      }
      return [
        name, step.map { NumberStyle.signed($0.estimate, digits: 2) } ?? "",
        step.map { NumberStyle.range($0.interval, digits: 2) } ?? "",
        step.map { NumberStyle.decimal($0.tau2, digits: 3) } ?? "",
        number(influence?.studentizedResidual),
        influence.map { NumberStyle.decimal($0.cookDistance, digits: 3) } ?? "",
        number(influence?.dffits), influence?.isInfluential == true ? "yes" : "",
      ]
    })
}
