import Evidence
import Statistics
import StudyModel

/// The forest table of an analysis: studies in their order, the average, the next school.
///
/// Where there are more studies than a person reads, groups of them have a row each.
func forestTable(_ analysis: CumulativeAnalysis, label: String?) -> ForestTable {
  let forest = forestLines(of: analysis)
  let lines = forest.lines
  let plot = ForestPlot(
    intervals: lines.map(\.interval), estimates: lines.map(\.estimate),
    average: analysis.pooled?.estimate)
  let heaviest = lines.map(\.weight).max() ?? 1
  let isGrouped = forest.groupedBy != nil
  let names = isGrouped ? lines.map(\.name) : studyNames(lines.map(\.name))
  let rows = zip(names, lines).map { name, line in
    studyRow(
      isGrouped && forest.groupedBy != "order"
        ? "\(name) (\(NumberStyle.count(line.studies, "study", "studies")))" : name.atStart,
      line, heaviest: heaviest, plot: plot)
  }
  return ForestTable(
    forestCaption: (isGrouped
      ? "Average effect by \(forest.groupedBy ?? ""), with its 95% range"
      : "Effect in every study, with its 95% range") + (label.map { ": \($0)" } ?? ""),
    isLong: lines.count > 8,
    note: isGrouped
      ? "There are \(NumberStyle.count(analysis.studies.count)) studies, too many for a row each: "
        + "they are summed up by \(forest.groupedBy ?? "") here, and each has its row in the "
        + "workbook and in effects.csv."
      : nil,
    keys: keys(analysis, lines), hasDates: lines.contains { $0.date != nil },
    hasPupils: lines.contains { $0.pupils != nil },
    axis: plot.axis.hiddenMarkup(class: "axis"), rows: rows + summaryRows(analysis, plot: plot))
}

private func studyRow(
  _ name: String, _ line: ForestLine, heaviest: Double, plot: ForestPlot
) -> ForestTable.Row {
  let drawing = plot.study(
    estimate: line.estimate, interval: line.interval,
    weight: heaviest > 0 ? line.weight / heaviest : 0, isFilled: line.isByChance)
  return ForestTable.Row(
    rowHead: name, date: line.date ?? "", pupils: line.pupils.map { NumberStyle.count($0) } ?? "",
    plot: drawing.hiddenMarkup(class: "row"), effect: NumberStyle.signed(line.estimate, digits: 2),
    range: NumberStyle.range(line.interval, digits: 2),
    weight: NumberStyle.decimal(line.weight, digits: 1) + "%", isStrong: false)
}

private func summaryRows(_ analysis: CumulativeAnalysis, plot: ForestPlot) -> [ForestTable.Row] {
  guard let pooled = analysis.pooled, analysis.studies.count > 1 else { return [] }
  let average = ForestTable.Row(
    rowHead: "Average of all", date: "",
    pupils: analysis.pupils > 0 ? NumberStyle.count(analysis.pupils) : "",
    plot: plot.diamond(estimate: pooled.estimate, interval: pooled.interval)
      .hiddenMarkup(class: "row"),
    effect: NumberStyle.signed(pooled.estimate, digits: 2),
    range: NumberStyle.range(pooled.interval, digits: 2), weight: "100%", isStrong: true)
  guard let prediction = pooled.predictionInterval, pooled.tau2 > 0 else { return [average] }
  let next = ForestTable.Row(
    rowHead: "Next school", date: "", pupils: "",
    plot: plot.prediction(prediction).hiddenMarkup(class: "row"), effect: "",
    range: NumberStyle.range(prediction, digits: 2), weight: "", isStrong: false)
  return [average, next]
}

private func keys(
  _ analysis: CumulativeAnalysis, _ lines: [ForestLine]
) -> [ForestTable.Key] {
  func key(_ element: SVGElement, _ meaning: String) -> ForestTable.Key {
    var svg = SVG(width: 24, height: 12)
    svg.draw(element)
    return ForestTable.Key(mark: svg.hiddenMarkup(class: "mark"), meaning: meaning)
  }
  func square(_ fill: String) -> SVGElement {
    .rectangle(at: Point(7, 1), width: 10, height: 10, fill: fill, stroke: Palette.navy)
  }
  let hasOthers = lines.contains { !$0.isByChance }
  let isGrouped = lines.contains { $0.studies > 1 }
  let hasPrediction = (analysis.pooled?.tau2 ?? 0) > 0 && analysis.studies.count > 2
  let diamond = SVGElement.polygon(
    [Point(1, 6), Point(12, 0), Point(23, 6), Point(12, 12)], fill: Palette.navy)
  return [
    key(
      square(Palette.navy),
      isGrouped
        ? "a group of studies; larger = more weight"
        : hasOthers ? "groups by chance; larger = more weight" : "one study; larger = more weight")
  ] + (hasOthers ? [key(square(Palette.white), "groups formed another way, or not known")] : [])
    + [key(diamond, "average and its range")]
    + (hasPrediction
      ? [
        key(
          .line(Point(1, 6), Point(23, 6), colour: Palette.orange, width: 6),
          "where a next school may lie")
      ] : [])
}

/// The shortest names that tell studies apart: the school, the school and the wave, or all.
func studyNames(_ ids: [String]) -> [String] {
  let parts = ids.map { $0.split(separator: "/").map(String.init) }
  let schools = parts.map { $0.first ?? "" }
  if Set(schools).count == ids.count { return schools }
  let waves = parts.map { part in
    part.count > 2
      ? ([part[0]] + part.dropFirst(2)).joined(separator: " ") : part.joined(separator: " ")
  }
  return Set(waves).count == ids.count ? waves : ids
}
