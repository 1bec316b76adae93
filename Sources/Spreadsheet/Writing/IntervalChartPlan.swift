package import Cells

/// A chart of estimates with their intervals, drawn by the spreadsheet program from cells.
///
/// One line from low to high for each, and a dot at the estimate; a line stands at zero.
package struct IntervalChartPlan: Hashable, Sendable {
  package struct Interval: Hashable, Sendable {
    package var name: String
    /// Two cells side by side or one above the other: the low end and the high end.
    package var ends: CellRange
    package var estimate: CellReference
    /// Two cells of one number, the height at which the line is drawn; numbers, not formulas.
    package var heights: CellRange
    /// A cell with the place on the axis where the name is written; nil writes none.
    package var namePlace: CellReference?

    package init(name: String, ends: CellRange, estimate: CellReference, heights: CellRange) {
      self.name = name
      self.ends = ends
      self.estimate = estimate
      self.heights = heights
    }
  }

  package var intervals: [Interval]
  /// Where its top left corner is.
  package var anchor: CellReference
  /// In pixels.
  package var width = 640
  package var height = 220
  package var title: String
  /// Below the axis: what is measured, and in which unit.
  package var axisTitle: String
  /// For those who cannot see it: what the picture shows, in words.
  package var alternativeText: String
  /// The ends of the axis, and how far its marks are apart.
  package var axis: ClosedRange<Double>
  package var step: Double
  /// The heights at the bottom and the top of the picture.
  package var verticalAxis: ClosedRange<Double> = 0...1
  package var lineColor: Color = 0x12436D
  package var dotColor: Color = 0xF46A25
  /// In points.
  package var dotSize: UInt8 = 13
  package var lineWidth = 3.0

  package init(
    _ intervals: [Interval], anchor: CellReference, title: String, axisTitle: String,
    alternativeText: String, axis: ClosedRange<Double>, step: Double
  ) {
    self.intervals = intervals
    self.anchor = anchor
    self.title = title
    self.axisTitle = axisTitle
    self.alternativeText = alternativeText
    self.axis = axis
    self.step = step
  }
}
