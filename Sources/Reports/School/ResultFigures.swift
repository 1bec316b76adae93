import Analysis
import Statistics
import StudyModel

/// Figure 1: the estimate and how sure we are; nil where there is no effect to show.
func effectFigure(_ parts: ResultParts, numbers: inout FigureNumbers) -> PageFigure? {
  guard let effect = parts.outcome.shownEffect else { return nil }
  let words = MonthsWords(of: effect)
  let subjects = parts.subjects
  let figure = EffectFigure(
    estimate: effect.g, interval: effect.interval,
    label: words.estimate.replacing(" progress", with: ""),
    leftWords: "\(subjects.comparison.midSentence) ahead",
    rightWords: "\(subjects.pupils.midSentence) ahead")
  let data = PageTable(
    "The estimate and its range",
    columns: [.text("Measure"), .number("Estimate"), .number("95% range")],
    rows: [
      [
        "Months of progress", MonthsFigures(of: effect).estimate.text,
        MonthsFigures(of: effect).range,
      ],
      [
        "Effect size", NumberStyle.signed(effect.g, digits: 2),
        NumberStyle.range(effect.interval, digits: 2),
      ],
    ])
  let name = parts.label.map { ": \($0.midSentence)" } ?? ""
  return numbers.figure(
    "The difference, and how unsure we are\(name)", id: "effect-\(parts.anchor)",
    drawing: figure.svg,
    finding: "Best estimate \(words.estimate); plausibly \(words.range).",
    remark: parts.isFirst ? howToReadTheShape : nil, data: data)
}

/// Under the first half-eye of a page.
private let howToReadTheShape =
  "The dot is the best estimate. Where the shape is tall, the value fits your pupils’ "
  + "scores well; at the thin ends it fits poorly. In the grey band the difference is too "
  + "small to matter."

/// Figure 2: every pupil before and after.
func slopeFigure(_ parts: ResultParts, numbers: inout FigureNumbers) -> PageFigure {
  let outcome = parts.outcome
  let panels = parts.arms.map { arm in
    let pupils = outcome.pupils.filter { $0.arm == arm }
    return SlopeFigure.Panel(
      title: "\(parts.pupils(of: arm)) (\(pupils.count))",
      colour: arm == .intervention ? Palette.navy : Palette.orange, pupils: pupils)
  }
  let isCrowded = panels.contains { $0.pupils.count > SlopeFigure.mostLines }
  let remark =
    "The light band holds all pupils, the dark band the middle half, the black line is the average."
  return numbers.figure(
    isCrowded
      ? "Pupils’ marks before and after" : "Every pupil before and after, and the average in black",
    id: "slopes-\(parts.anchor)",
    drawing: SlopeFigure(
      panels: panels, bounds: outcome.outcome.bounds, height: parts.label == nil ? 182 : 120
    ).svg,
    finding: parts.arms.map { averages(of: $0, parts: parts) }.joined(separator: " "),
    remark: isCrowded ? remark : nil, data: marksTable(parts))
}

/// Figure 3: how much each mark changed.
func changeFigure(_ parts: ResultParts, numbers: inout FigureNumbers) -> PageFigure {
  let rows = parts.arms.map { arm in
    ChangeFigure.Row(
      title: arm == .intervention && parts.outcome.role == nil
        ? parts.words.intervention : parts.subjectsTitle(of: arm),
      colour: arm == .intervention ? Palette.navy : Palette.orange,
      shape: arm == .intervention ? .circle : .square,
      changes: parts.outcome.pupils.filter { $0.arm == arm }.map { $0.after - $0.before })
  }
  return numbers.figure(
    "How much each pupil’s mark changed", id: "changes-\(parts.anchor)",
    drawing: ChangeFigure(rows: rows, tallestStack: parts.label == nil ? 88 : 60).svg,
    finding: parts.arms.map { change(of: $0, parts: parts) }.joined(separator: " "))
}

/// Who was counted: the steps from the start to the analysis.
func flowFigure(_ parts: ResultParts, numbers: inout FigureNumbers) -> PageFigure {
  let flow = parts.outcome.flow
  let steps = [
    ("started", flow.started), ("tested before", flow.testedBefore),
    ("tested after", flow.testedAfter), ("counted here", flow.analysed),
  ].map { title, counts in
    FlowFigure.Step(
      title: title, count: counts.values.reduce(0, +),
      details: parts.arms.map {
        "\(NumberStyle.count(counts[$0] ?? 0)) \(parts.subjectsTitle(of: $0).midSentence)"
      })
  }
  let finding = steps.map { "\($0.count) \($0.title)" }.joined(separator: ", ")
  return numbers.figure(
    "From the start to this report" + (parts.label.map { ": \($0.midSentence)" } ?? ""),
    id: "flow-\(parts.anchor)",
    drawing: FlowFigure(steps: steps).svg, finding: finding.atStart + ".",
    data: PageTable(
      "Pupils at each step",
      columns: [.text("Step"), .number("All")]
        + parts.arms.map { .number(parts.pupils(of: $0)) },
      rows: zip(steps, [flow.started, flow.testedBefore, flow.testedAfter, flow.analysed]).map {
        step, counts in
        [step.title.atStart, "\(step.count)"] + parts.arms.map { "\(counts[$0] ?? 0)" }
      }))
}

extension ResultParts {
  /// The short words for an arm: `Tutored`, `Tutees`, `Comparison`.
  func subjectsTitle(of arm: Arm) -> String {
    if arm == .comparison { return words.comparison }
    return outcome.role?.plural ?? words.intervention
  }
}

private func averages(of arm: Arm, parts: ResultParts) -> String {
  guard let summary = parts.outcome.descriptives[arm] else { return "" }
  let before = NumberStyle.decimal(summary.before.mean, digits: 1)
  let after = NumberStyle.decimal(summary.after.mean, digits: 1)
  return "\(parts.pupils(of: arm)) went from \(before) marks on average to \(after)."
}

private func change(of arm: Arm, parts: ResultParts) -> String {
  guard let summary = parts.outcome.descriptives[arm] else { return "" }
  let change = NumberStyle.signed(summary.gain.mean, digits: 1)
  return "\(parts.pupils(of: arm)) changed by \(change) marks on average."
}

/// The spread of marks in each arm: no pupil's own mark but the lowest and the highest.
private func marksTable(_ parts: ResultParts) -> PageTable {
  let shares = [0, 0.25, 0.5, 0.75, 1]
  let rows = parts.arms.flatMap { arm -> [[String]] in
    let pupils = parts.outcome.pupils.filter { $0.arm == arm }
    return [("before", pupils.map(\.before)), ("after", pupils.map(\.after))].map { time, marks in
      ["\(parts.pupils(of: arm)), \(time)"]
        + shares.map {
          marks.isEmpty ? "none" : NumberStyle.decimal(quantile($0, of: marks), digits: 1)
        }
    }
  }
  return PageTable(
    "Marks of each group",
    columns: [
      .text("Group"), .number("Lowest"), .number("Quarter"), .number("Middle"),
      .number("Three quarters"), .number("Highest"),
    ], rows: rows)
}
