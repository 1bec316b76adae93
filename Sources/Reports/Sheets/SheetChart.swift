import Analysis
import Foundation
import Statistics

/// A chart of one or more effects with their intervals, drawn from cells of the same sheet.
package struct SheetChartContent: Sendable, Hashable {
  /// One effect: columns B, C and D of its row hold the estimate and the two ends of its interval.
  package struct Line: Sendable, Hashable {
    package var name: String
    /// The key of the row.
    package var row: String
  }

  package var lines: [Line]
  package var title: String
  package var axisTitle: String
  /// What the picture shows, for those who cannot see it; 255 characters at most.
  package var description: String
  package var axis: ClosedRange<Double>
  /// How far the marks of the axis are apart.
  package var step: Double
}

/// The chart of every effect that is shown; nil where there is none.
func effectChart(
  _ outcomes: [OutcomeAnalysis], names: [String?], words: (OutcomeAnalysis) -> String
) -> SheetChartContent? {
  let shown = outcomes.indices.filter { outcomes[$0].shownEffect != nil }
  let intervals = shown.compactMap { outcomes[$0].shownEffect?.interval }
  guard let low = intervals.map(\.low).min(), let high = intervals.map(\.high).max(),
    low.isFinite, high.isFinite
  else { return nil }
  let (axis, step) = roundAxis(around: min(low, 0)...max(high, 0))
  let sentences = shown.map { index in
    (names[index].map { "\($0): " } ?? "") + words(outcomes[index])
  }
  return SheetChartContent(
    lines: shown.map {
      .init(name: names[$0] ?? "Effect size", row: effectRowKey($0))
    },
    title: shown.count > 1 ? "The effects and their ranges" : "The effect and its range",
    axisTitle: "Effect size in standard deviations; 0 is no difference",
    description: String(sentences.joined(separator: " ").prefix(255)), axis: axis, step: step)
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
