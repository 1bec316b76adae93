import Analysis

/// How much the mark of each pupil changed: stacked shapes, one row for each arm.
///
/// Circles and squares as well as colours, so that the arms are told apart in black and white.
struct ChangeFigure {
  /// The rows, top to bottom.
  var rows: [Row]
  /// The height of the tallest stack at most.
  var tallestStack = 88.0

  /// One arm.
  struct Row {
    var title: String
    var colour: String
    var shape: Shape
    /// After minus before, in marks.
    var changes: [Double]
  }

  /// The shape of a pupil.
  enum Shape {
    case circle, square
  }

  private let left = 150.0
  private let right = 664.0

  var svg: SVG {
    let heights = rows.map { Double(tallest(in: $0)) * step + 30 }
    let bottom = 8 + heights.reduce(0, +)
    var svg = SVG(width: 680, height: bottom + 38)
    svg.elements += axis(bottom: bottom)
    var base = 8.0
    for (row, height) in zip(rows, heights) {
      base += height
      svg.elements += drawing(of: row, base: base - 24)
    }
    return svg
  }

  private var scale: Scale {
    let all = rows.flatMap(\.changes)
    let low = min(all.min() ?? 0, 0)
    let high = max(all.max() ?? 0, 0)
    let room = max(1, (high - low) * 0.04)
    return Scale(low - room...high + room, from: left, to: right)
  }

  /// The width of a column, in marks: wide enough that its shapes do not touch the next.
  private var bin: Double {
    let unit = scale.place(1) - scale.place(0)
    return [1.0, 2, 5, 10, 20, 50].first { $0 * unit >= 7.6 } ?? 100
  }

  private func columns(of row: Row) -> [(place: Double, count: Int)] {
    let bins = Dictionary(grouping: row.changes) { ($0 / bin).rounded() }
    return bins.sorted { $0.key < $1.key }.map { ($0.key * bin, $0.value.count) }
  }

  private func tallest(in row: Row) -> Int { columns(of: row).map(\.count).max() ?? 0 }

  /// From one shape of a stack to the next.
  private var step: Double {
    let most = rows.map(tallest).max() ?? 1
    return min(7.8, tallestStack / Double(max(1, most)))
  }

  private func axis(bottom: Double) -> [SVGElement] {
    let digits = scale.tickDigits(about: 8)
    let ticks = scale.ticks(about: 8).flatMap { value -> [SVGElement] in
      let x = scale.place(value)
      return [
        .line(Point(x, 4), Point(x, bottom), colour: Palette.line, opacity: "0.7"),
        .text(
          NumberStyle.signed(value, digits: digits), at: Point(x, bottom + 15), anchor: .middle,
          tone: .muted),
      ]
    }
    return ticks + [
      .line(Point(scale.place(0), 4), Point(scale.place(0), bottom), width: 1.5),
      .text(
        "change in marks, after minus before; the triangle is the group’s average",
        at: Point((left + right) / 2, bottom + 33), anchor: .middle, tone: .muted),
    ]
  }

  private func drawing(of row: Row, base: Double) -> [SVGElement] {
    let size = min(3.6, step / 2 - 0.2)
    let shapes = columns(of: row).flatMap { column in
      (0..<column.count).map { index in
        let centre = Point(scale.place(column.place), base - step * (Double(index) + 0.5))
        return shape(row.shape, at: centre, size: size, colour: row.colour)
      }
    }
    let x = scale.place(mean(row.changes))
    let average = SVGElement.polygon(
      [Point(x, base + 3), Point(x - 7, base + 14), Point(x + 7, base + 14)], fill: Palette.ink,
      stroke: Palette.white)
    let title = SVGElement.text(
      fitted(row.title, width: left - 16), at: Point(left - 14, base), anchor: .end, tone: .bold)
    return shapes + (row.changes.isEmpty ? [title] : [average, title])
  }

  private func shape(
    _ shape: Shape, at centre: Point, size: Double, colour: String
  ) -> SVGElement {
    switch shape {
    case .circle: return .circle(at: centre, radius: size, fill: colour)
    case .square:
      let half = size * 0.92
      return .rectangle(
        at: Point(centre.x - half, centre.y - half), width: 2 * half, height: 2 * half,
        fill: colour)
    }
  }
}
