/// How many were left at each step: boxes from left to right, with what was lost between them.
struct FlowFigure {
  var steps: [Step]

  /// One box.
  struct Step {
    var title: String
    var count: Int
    /// Under the count, one line for each arm: `24 tutored`.
    var details: [String]
  }

  private let gap = 40.0

  var svg: SVG {
    let lines = steps.map(\.details.count).max() ?? 0
    let height = 56 + Double(lines) * 16
    var svg = SVG(width: 680, height: height + 4)
    let width = (678 - gap * Double(max(0, steps.count - 1))) / Double(max(1, steps.count))
    for (index, step) in steps.enumerated() {
      let left = 1 + Double(index) * (width + gap)
      svg.elements += box(step, left: left, width: width, height: height)
      if index > 0 {
        svg.elements += passage(
          lost: steps[index - 1].count - step.count, left: left - gap, middle: height / 2)
      }
    }
    return svg
  }

  private func box(_ step: Step, left: Double, width: Double, height: Double) -> [SVGElement] {
    let centre = left + width / 2
    return [
      .rectangle(
        at: Point(left, 2), width: width, height: height, fill: Palette.white,
        stroke: Palette.navy, radius: 3),
      .text(step.title, at: Point(centre, 20), anchor: .middle, tone: .muted),
      .text(
        NumberStyle.count(step.count), at: Point(centre, 44), anchor: .middle, tone: .bold,
        size: 20),
    ]
      + step.details.enumerated().map { line, text in
        .text(
          fitted(text, width: width - 8, size: 11.5),
          at: Point(centre, 62 + Double(line) * 16), anchor: .middle, size: 11.5)
      }
  }

  private func passage(lost: Int, left: Double, middle: Double) -> [SVGElement] {
    let arrow = SVGElement.arrow(
      from: Point(left + 6, middle), to: Point(left + gap - 6, middle))
    guard lost > 0 else { return arrow }
    return arrow + [
      .text(
        NumberStyle.minus + NumberStyle.count(lost), at: Point(left + gap / 2, middle - 8),
        anchor: .middle, tone: .bold)
    ]
  }
}
