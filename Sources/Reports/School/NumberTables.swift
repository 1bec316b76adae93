import Analysis
import Statistics
import StudyModel

/// The tables of the section on numbers: marks, result, and other ways to look.
///
/// Two results, such as tutors and tutees, stand side by side; more follow below.
func numberTables(_ analysis: StudyAnalysis) -> [PageTable] {
  let isSingle = analysis.outcomes.count == 1
  let parts = analysis.outcomes.map { outcome in
    ResultParts(
      outcome: outcome, words: analysis.programme.words, label: isSingle ? nil : label(outcome))
  }
  let pairs = stride(from: 0, to: parts.count, by: 2).map { start in
    Array(parts[start..<min(start + 2, parts.count)])
  }
  let tables = pairs.flatMap {
    [marksTable(of: $0), resultTable(of: $0), robustnessTable(of: $0)]
  }
  return (tables + parts.map(subgroupTable(of:))).compactMap(\.self)
}

private func marksTable(of pair: [ResultParts]) -> PageTable {
  PageTable(
    "Marks of pupils with both tests",
    columns: [
      .text("Group"), .number("Pupils"), .number("Before"), .number("After"),
      .number("Change"), .number("SD before"), .number("SD after"),
    ],
    rows: pair.flatMap { parts in
      parts.arms.compactMap { arm -> [String]? in
        guard let summary = parts.outcome.descriptives[arm] else { return nil }
        return [
          groupName(of: arm, parts: parts, in: pair),
          NumberStyle.count(summary.after.count),
          NumberStyle.decimal(summary.before.mean, digits: 1),
          NumberStyle.decimal(summary.after.mean, digits: 1),
          NumberStyle.signed(summary.gain.mean, digits: 1), spread(summary.before),
          spread(summary.after),
        ]
      }
    })
}

private func spread(_ summary: GroupSummary) -> String {
  summary.standardDeviation.map { NumberStyle.decimal($0, digits: 1) } ?? "none"
}

private func resultTable(of pair: [ResultParts]) -> PageTable? {
  sideBySide(
    pair, caption: "Result", head: "Measure", columns: ["Value", "95% range"]
  ) { outcome in
    resultMeasures(outcome).map { MeasureCells(name: $0.name, cells: [$0.value, $0.range]) }
  }
}

private func robustnessTable(of pair: [ResultParts]) -> PageTable? {
  sideBySide(
    pair, caption: "Other ways to look at the same marks", head: "Method",
    columns: ["Estimate", "95% range"] + (pair.count == 1 ? ["p"] : [])
  ) { outcome in
    guard outcome.shownEffect != nil else { return [] }
    return outcome.robustness.map { line in
      let cells = [
        line.estimate.map { NumberStyle.signed($0, digits: 2) } ?? line.reason ?? "none",
        line.interval.map { NumberStyle.range($0, digits: 2) } ?? "",
        line.p.map(NumberStyle.probability) ?? "",
      ]
      return MeasureCells(
        name: RobustnessName.title(of: line.name),
        cells: Array(cells.prefix(pair.count == 1 ? 3 : 2)))
    }
  }
}

/// A row of one result, before results are put side by side.
private struct MeasureCells {
  var name: String
  var cells: [String]
}

/// A table with the columns of each result next to each other, rows matched by their names.
private func sideBySide(
  _ pair: [ResultParts], caption: String, head: String, columns: [String],
  rows: (OutcomeAnalysis) -> [MeasureCells]
) -> PageTable? {
  let all = pair.map { rows($0.outcome) }
  var names: [String] = []
  for row in all.joined() where !names.contains(row.name) { names.append(row.name) }
  guard !names.isEmpty else { return nil }
  let titles = pair.flatMap { parts in
    columns.map { column -> PageTable.Column in
      .number(name(of: parts, in: pair).map { "\($0), \(column.midSentence)" } ?? column)
    }
  }
  return PageTable(
    caption, columns: [.text(head)] + titles,
    rows: names.map { name in
      [name]
        + all.flatMap { rows in
          rows.first { $0.name == name }?.cells ?? columns.map { _ in "" }
        }
    })
}

/// What tells a result from the one beside it: its role, where both are of one outcome.
private func name(of parts: ResultParts, in pair: [ResultParts]) -> String? {
  guard let label = parts.label else { return nil }
  let isOneOutcome = Set(pair.map(\.outcome.outcome.id)).count == 1
  return isOneOutcome ? parts.outcome.role?.plural ?? label : label
}

/// The pupils of an arm, with the result that they belong to where there are several.
private func groupName(of arm: Arm, parts: ResultParts, in pair: [ResultParts]) -> String {
  let pupils = parts.pupils(of: arm)
  guard let name = name(of: parts, in: pair), name != pupils else { return pupils }
  return "\(pupils) (\(name.midSentence))"
}
