package import Evidence
import Statistics

/// The sheets of the cumulative workbook, in the order of their tabs.
///
/// Several analyses share the tables, told apart by their first column. No pupil is in them, and no
/// school but by its code.
package func cumulativeSheets(_ analyses: [CumulativeAnalysis]) -> [TableSheet] {
  let forests = analyses.filter { $0.studies.count > 1 }.prefix(20).enumerated().map {
    forestSheet($0.element, number: $0.offset + 1, of: analyses.count)
  }
  let all: [TableSheet] =
    [summarySheet(analyses)] + forests + [
      effectsSheet(analyses), stepsSheet(analyses), kindsSheet(analyses), moderatorsSheet(analyses),
      influenceSheet(analyses), smallStudiesSheet(analyses), areasSheet(analyses),
      notesSheet(analyses),
    ]
  return all
}

private func summarySheet(_ analyses: [CumulativeAnalysis]) -> TableSheet {
  TableSheet(
    name: "Summary", title: "All schools together",
    notes: analyses.map { analysis in
      let label = analyses.count > 1 ? "\(analysis.title): " : ""
      return label + pooledHeadline(analysis)
    },
    columns: [.init("Analysis", width: 44, .text), .init("Studies", width: 9, .whole)]
      + [.init("Pupils", width: 9, .whole)] + .estimate("Average") + [
        .init("Standard error", width: 12, .decimal(digits: 3)),
        .init("p", width: 10, .decimal(digits: 4)),
        .init("Next school, low", width: 12, .signed(digits: 3)),
        .init("Next school, high", width: 12, .signed(digits: 3)),
        .init("tau²", width: 10, .decimal(digits: 4)),
        .init("tau², low", width: 10, .decimal(digits: 4)),
        .init("tau², high", width: 10, .decimal(digits: 4)),
        .init("I² %", width: 9, .decimal(digits: 1)), .init("Q", width: 10, .decimal(digits: 2)),
        .init("df", width: 7, .whole), .init("p of Q", width: 10, .decimal(digits: 4)),
      ],
    rows: analyses.map { analysis in
      let pooled = analysis.pooled
      return [
        .text(analysis.title), .count(analysis.studies.count),
        .count(analysis.pupils > 0 ? analysis.pupils : nil), .number(pooled?.estimate),
        .number(pooled?.interval.low), .number(pooled?.interval.high),
        .number(pooled?.standardError), .number(pooled?.p),
        .number(pooled?.predictionInterval?.low), .number(pooled?.predictionInterval?.high),
        .number(pooled?.tau2), .number(pooled?.tau2Interval?.low),
        .number(pooled?.tau2Interval?.high), .number(pooled?.i2), .number(pooled?.q),
        .number(pooled?.qDegreesOfFreedom), .number(pooled?.qP),
      ]
    })
}

/// The forest as a table, and as a chart of the spreadsheet program's own.
private func forestSheet(_ analysis: CumulativeAnalysis, number: Int, of count: Int) -> TableSheet {
  let forest = forestLines(of: analysis, most: 60)
  let isGrouped = forest.groupedBy != nil
  let names =
    isGrouped ? forest.lines.map { $0.name.atStart } : studyNames(forest.lines.map(\.name))
  let average = analysis.pooled.map { pooled in
    [("Average of all", pooled.estimate, pooled.interval, analysis.studies.count)]
      + (pooled.predictionInterval.map { interval in
        pooled.tau2 > 0 ? [("Next school", pooled.estimate, interval, 0)] : []
      } ?? [])
  }
  let axis = forestAxis(forest.lines)
  let total = forest.lines.count + (average?.count ?? 0)
  let lines = zip(names, forest.lines).enumerated().map { index, line in
    row(
      line.0, line.1.estimate, line.1.interval, studies: line.1.studies, weight: line.1.weight,
      height: total - index, namePlace: axis.range.lowerBound)
  }
  let ends = (average ?? []).enumerated().map { index, line in
    row(
      line.0, line.1, line.2, studies: line.3, weight: nil,
      height: total - forest.lines.count - index, namePlace: axis.range.lowerBound)
  }
  return TableSheet(
    name: count == 1 ? "Forest" : "Forest \(number)",
    title: "Effects: \(analysis.title)",
    notes: isGrouped
      ? [
        "There are \(NumberStyle.count(analysis.studies.count)) studies: they are summed up by "
          + "\(forest.groupedBy ?? "") here. Each has its row on the sheet Effects."
      ] : ["Each line is a study’s effect with its 95% range; the dot is the estimate."],
    columns: [.init("Study", width: 30, .text)] + .estimate("Effect", digits: 2) + [
      .init("Weight %", width: 10, .decimal(digits: 1)), .init("Studies", width: 9, .whole),
      .init("Height", width: 8, .whole), .init("Height again", width: 8, .whole),
      .init("Place of name", width: 8, .signed(digits: 2)),
    ],
    rows: lines + ends,
    picture: .intervals(
      .init(
        title: "Effects: \(analysis.title)".shortened(to: 200),
        axisTitle: "effect size (standard deviations); right of zero favours the programme",
        words: averageWords(analysis), estimate: 1, low: 2, height: 6, namePlace: 8,
        axis: axis.range, step: axis.step)))
}

private func row(
  _ name: String, _ estimate: Double, _ interval: Interval, studies: Int, weight: Double?,
  height: Int, namePlace: Double
) -> [TableSheet.Value] {
  [
    .text(name), .number(estimate), .number(interval.low), .number(interval.high),
    .number(weight), .count(studies > 0 ? studies : nil), .count(height), .count(height),
    .number(namePlace),
  ]
}

private func averageWords(_ analysis: CumulativeAnalysis) -> String {
  let studies = NumberStyle.count(analysis.studies.count, "study", "studies")
  return (analysis.pooled.map { "\(studies). \(averageSentence($0))" } ?? studies).shortened(
    to: 250)
}

/// A scale with round ends, and room for names on its left.
private func forestAxis(_ lines: [ForestLine]) -> (range: ClosedRange<Double>, step: Double) {
  let lows = lines.map(\.interval.low).sorted()
  let highs = lines.map(\.interval.high).sorted()
  // A few very wide ranges would press all others into the middle.
  let low = min(lows[lows.count / 20], lines.map(\.estimate).min() ?? 0, 0)
  let high = max(highs[highs.count - 1 - highs.count / 20], lines.map(\.estimate).max() ?? 0, 0)
  let step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 50].first { (high - low) / $0 <= 10 } ?? 100
  let start = (low / step).rounded(.down) * step
  let end = (high / step).rounded(.up) * step
  let room = ((end - start) * 0.35 / step).rounded(.up) * step
  return ((start - room)...max(end, start + step), step)
}

extension String {
  /// Cut where it is longer than a spreadsheet takes.
  func shortened(to most: Int) -> String {
    count <= most ? self : prefix(most - 1) + "…"
  }
}
