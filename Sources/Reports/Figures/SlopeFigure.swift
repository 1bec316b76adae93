import Analysis
import Statistics
import StudyModel

/// The marks of every pupil before and after, one panel for each arm.
///
/// With more than 60 pupils in an arm the lines would be a thicket: bands then show all pupils and
/// the middle half.
struct SlopeFigure {
  /// The panels, left to right.
  var panels: [Panel]
  /// The marks that the test can give, the same scale in every panel.
  var bounds: ClosedRange<Double>
  /// The height of the panels.
  var height = 182.0

  /// One arm.
  struct Panel {
    var title: String
    var colour: String
    var pupils: [PupilPoint]
  }

  /// More pupils than this in an arm are drawn as bands.
  static let mostLines = 60

  private let top = 34.0
  private var bottom: Double { top + height }
  private let panelWidth = 176.0

  var svg: SVG {
    var svg = SVG(width: 680, height: bottom + 22)
    let lefts = panels.count == 1 ? [230.0] : [70.0, 410.0]
    for (panel, left) in zip(panels, lefts) {
      svg.elements += axis(left: left) + drawing(of: panel, left: left)
      svg.draw(
        .text(
          fitted(panel.title, width: 300), at: Point(left + panelWidth / 2, 16),
          anchor: .middle, tone: .bold))
    }
    return svg
  }

  private var scale: Scale { Scale(bounds, from: bottom, to: top) }

  private func axis(left: Double) -> [SVGElement] {
    let right = left + panelWidth
    let lines = scale.ticks(about: 4).flatMap { mark -> [SVGElement] in
      let y = scale.place(mark)
      return [
        .line(Point(left, y), Point(right, y), colour: Palette.line, opacity: "0.7"),
        .text(
          NumberStyle.shortest(mark), at: Point(left - 12, y + 4), anchor: .end, tone: .muted),
      ]
    }
    return lines + [
      .text("before", at: Point(left, bottom + 18), anchor: .middle, tone: .muted),
      .text("after", at: Point(right, bottom + 18), anchor: .middle, tone: .muted),
    ]
  }

  private func drawing(of panel: Panel, left: Double) -> [SVGElement] {
    let isCrowded = panel.pupils.count > Self.mostLines
    let pupils = isCrowded ? bands(of: panel, left: left) : lines(of: panel, left: left)
    return pupils + average(of: panel, left: left)
  }

  private func lines(of panel: Panel, left: Double) -> [SVGElement] {
    let right = left + panelWidth
    return panel.pupils.map { pupil in
      .line(
        Point(left, scale.place(pupil.before)), Point(right, scale.place(pupil.after)),
        colour: panel.colour, width: 1.2, opacity: "0.35")
    }
      + panel.pupils.flatMap { pupil -> [SVGElement] in
        [(left, pupil.before), (right, pupil.after)].map { x, mark in
          .circle(
            at: Point(x, scale.place(mark)), radius: 3, fill: panel.colour, opacity: "0.7")
        }
      }
  }

  private func bands(of panel: Panel, left: Double) -> [SVGElement] {
    let before = panel.pupils.map(\.before)
    let after = panel.pupils.map(\.after)
    let right = left + panelWidth
    return [(0.0, 1.0, "0.15"), (0.25, 0.75, "0.45")].map { low, high, opacity in
      .polygon(
        [
          Point(left, scale.place(quantile(low, of: before))),
          Point(right, scale.place(quantile(low, of: after))),
          Point(right, scale.place(quantile(high, of: after))),
          Point(left, scale.place(quantile(high, of: before))),
        ], fill: panel.colour, opacity: opacity)
    }
  }

  private func average(of panel: Panel, left: Double) -> [SVGElement] {
    guard !panel.pupils.isEmpty else { return [] }
    let before = mean(panel.pupils.map(\.before))
    let after = mean(panel.pupils.map(\.after))
    let right = left + panelWidth
    return [
      .line(Point(left, scale.place(before)), Point(right, scale.place(after)), width: 4),
      .text(
        "average", at: Point(right + 10, scale.place(after) - 3), tone: .bold),
      .text(
        "\(NumberStyle.decimal(before, digits: 1)) to \(NumberStyle.decimal(after, digits: 1))",
        at: Point(right + 10, scale.place(after) + 11), tone: .bold),
    ]
  }
}

/// The arithmetic mean; zero for none.
func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

/// The value below which this share of all values lies; zero for none.
func quantile(_ share: Double, of values: [Double]) -> Double {
  values.isEmpty ? 0 : Statistics.quantile(ofSorted: values.sorted(), at: share)
}
