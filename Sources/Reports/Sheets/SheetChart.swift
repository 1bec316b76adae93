import Analysis
import Statistics

/// A chart of one effect with its interval, drawn from cells of the same sheet.
package struct SheetChartContent: Sendable, Hashable {
  /// The key of the row whose columns B, C and D hold the estimate and the ends of its interval.
  package var row: String
  package var title: String
  package var axisTitle: String
  /// What the picture shows, for those who cannot see it; 255 UTF-16 units at most.
  package var description: String
  package var axis: ClosedRange<Double>
  /// How far the marks of the axis are apart.
  package var step: Double
}

/// One chart for each effect that is shown, all on the same axis so that they can be compared.
///
/// `names` are what the outcomes are called, nil where there is but one; `sentences` are what each
/// result says in words.
func effectCharts(
  _ outcomes: [OutcomeAnalysis], names: [String?], sentences: [String]
) -> [SheetChartContent] {
  let shown = outcomes.indices.filter { outcomes[$0].shownEffect != nil }
  let intervals = shown.compactMap { outcomes[$0].shownEffect?.interval }
  guard let low = intervals.map(\.low).min(), let high = intervals.map(\.high).max(),
    low.isFinite, high.isFinite
  else { return [] }
  let (axis, step) = roundAxis(around: min(low, 0)...max(high, 0))
  return shown.map { index in
    let effect = "The effect and its range"
    return SheetChartContent(
      row: effectRowKey(index), title: names[index].map { "\($0). \(effect)" } ?? effect,
      axisTitle: "Effect size in standard deviations; 0 is no difference",
      description: shortened(sentences[index]), axis: axis, step: step)
  }
}

/// The key of the row of an effect in the table of its outcome.
func effectRowKey(_ outcome: Int) -> String { "effect-\(outcome)" }

/// An axis that ends on marks, with no more of them than can be read.
private func roundAxis(
  around range: ClosedRange<Double>
) -> (ClosedRange<Double>, step: Double) {
  let width = max(range.upperBound - range.lowerBound, 0.4)
  let step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].first { width / $0 <= 8 } ?? width / 8
  // A little more than the ends, so that no dot sits on the edge.
  let low = ((range.lowerBound - step / 4) / step).rounded(.down) * step
  let high = ((range.upperBound + step / 4) / step).rounded(.up) * step
  return (tidy(low)...tidy(high), step)
}

/// Without what binary fractions leave behind: 0.6000000000000001.
private func tidy(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

/// As many characters as an alternative text can have.
private func shortened(_ text: String) -> String {
  var text = text
  while text.utf16.count > 255 { text.removeLast() }
  return text
}
