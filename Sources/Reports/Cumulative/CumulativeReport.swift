package import Evidence
import Statistics

/// The report on all schools together: one page of HTML that needs nothing beside itself.
///
/// Several analyses get an overview, then one part each. No pupil is in it, and no school but by
/// its code.
/// - Returns: the whole document; the same inputs give the same bytes.
package func cumulativeReport(_ analyses: [CumulativeAnalysis], stamp: ReportStamp) -> String {
  var numbers = FigureNumbers()
  let isSingle = analyses.count == 1
  var parts: [CumulativePart] = []
  for (index, analysis) in analyses.enumerated() {
    parts.append(
      cumulativePart(
        analysis, anchor: "part-\(index + 1)", label: isSingle ? nil : analysis.title,
        numbers: &numbers))
  }
  let title = reportTitle(analyses)
  let page = CumulativePage(
    version: stamp.toolVersion, pageTitle: title,
    pageBoxes: pageBoxes(
      head: title, headRight: stamp.date, foot: "Made by whatworked \(stamp.toolVersion)"),
    title: title, facts: facts(analyses), overview: isSingle ? nil : overview(analyses),
    parts: parts, methods: cumulativeMethods(analyses), date: stamp.onDate,
    contact: stamp.contact, hash: stamp.fingerprint)
  return PageLibrary.render(.cumulativeReport, with: page)
}

private func reportTitle(_ analyses: [CumulativeAnalysis]) -> String {
  guard let only = analyses.first, analyses.count == 1 else { return "What schools found" }
  return only.title.count <= 45 ? only.title : fitted(only.title, width: 45 * 12 * 0.53)
}

private func facts(_ analyses: [CumulativeAnalysis]) -> String {
  // A study is in its own programme's part, and in the one on all programmes together.
  var seen: Set<String> = []
  let studies = analyses.flatMap(\.studies).filter { seen.insert($0.study.id).inserted }
  let pupils = studies.compactMap(\.study.pupils).reduce(0, +)
  var facts = [NumberStyle.count(studies.count, "study", "studies")]
  if pupils > 0 { facts.append(NumberStyle.count(pupils, "pupil", "pupils")) }
  let dates = studies.compactMap(\.study.date).sorted()
  if let first = dates.first, let last = dates.last {
    facts.append(
      first == last
        ? "second test \(dayInWords(first))"
        : "second tests from \(dayInWords(first)) to \(dayInWords(last))")
  }
  return facts.joined(separator: " · ")
}

private func overview(_ analyses: [CumulativeAnalysis]) -> CumulativePage.Overview {
  let rows = analyses.map { analysis -> [String] in
    let pooled = analysis.pooled
    return [
      analysis.title, NumberStyle.count(analysis.studies.count),
      analysis.pupils > 0 ? NumberStyle.count(analysis.pupils) : "not known",
      pooled.map { NumberStyle.signed($0.estimate, digits: 2) } ?? "none",
      pooled.map { NumberStyle.range($0.interval, digits: 2) } ?? "",
      pooled?.predictionInterval.map { NumberStyle.range($0, digits: 2) } ?? "not yet",
    ]
  }
  return CumulativePage.Overview(
    lines: [
      analyses.isEmpty
        ? "There is no study to put together yet."
        : "Each line is worked out by itself; its own part of this report follows."
    ],
    table: PageTable(
      "The average effect of each programme",
      columns: [
        .text("Programme and outcome"), .number("Studies"), .number("Pupils"),
        .number("Effect size"), .number("95% range"), .number("Next school"),
      ], rows: rows))
}
