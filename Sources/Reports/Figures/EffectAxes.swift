/// The pair of axes under an effect: months of progress, and effect sizes.
enum EffectAxes {
  /// Effects in the middle of the band of each month, in the table of the year 2026.
  ///
  /// - Source: Education Endowment Foundation Toolkit; month 12 ends at 1.00.
  private static let middles = [
    0.075, 0.14, 0.225, 0.31, 0.4, 0.485, 0.57, 0.655, 0.74, 0.83, 0.915, 0.98,
  ]

  /// Both axes, months first, with their names at the left edge.
  static func elements(scale: Scale, top: Double) -> [SVGElement] {
    months(scale: scale, top: top) + effects(scale: scale, top: top + 30)
  }

  /// The upper axis alone.
  static func months(scale: Scale, top: Double) -> [SVGElement] {
    let isWide = scale.values.upperBound - scale.values.lowerBound > 0.9
    let shown = (1...12).filter { !isWide || $0.isMultiple(of: 2) }
    let ticks =
      [(0, 0.0)] + shown.map { ($0, middles[$0 - 1]) } + shown.map { (-$0, -middles[$0 - 1]) }
    let inside = ticks.filter { scale.values.contains($0.1) }
    return [name("months of progress", top: top)]
      + inside.flatMap { month, effect in
        tick(
          at: scale.place(effect), top: top, tone: .ink,
          label: NumberStyle.signed(Double(month), digits: 0))
      }
  }

  private static func effects(scale: Scale, top: Double) -> [SVGElement] {
    let digits = max(1, scale.tickDigits(about: 8))
    return [name("effect size", top: top)]
      + scale.ticks(about: 8).flatMap { value in
        tick(
          at: scale.place(value), top: top, tone: .muted,
          label: NumberStyle.signed(value, digits: digits))
      }
  }

  private static func tick(
    at x: Double, top: Double, tone: TextTone, label: String
  ) -> [SVGElement] {
    [
      .line(Point(x, top), Point(x, top + 5), colour: Palette.muted),
      .text(label, at: Point(x, top + 17), anchor: .middle, tone: tone),
    ]
  }

  private static func name(_ text: String, top: Double) -> SVGElement {
    .text(text, at: Point(0, top + 17), tone: .muted, size: 11)
  }
}
