package import Cells

/// A chart of lines over a number, drawn by the spreadsheet program from cells.
package struct LineChartPlan: Hashable, Sendable {
  package struct Series: Hashable, Sendable {
    package var name: String
    /// One column of numbers each.
    package var across: CellRange
    package var up: CellRange
    package var color: Color
    package var width: Double
    package var isDashed: Bool

    package init(
      name: String, across: CellRange, up: CellRange, color: Color, width: Double,
      isDashed: Bool = false
    ) {
      self.name = name
      self.across = across
      self.up = up
      self.color = color
      self.width = width
      self.isDashed = isDashed
    }
  }

  package var series: [Series]
  /// Where its top left corner is.
  package var anchor: CellReference
  /// In pixels.
  package var width = 720
  package var height = 360
  package var title: String
  package var axisTitles: (across: String, up: String) {
    (across: axisTitleAcross, up: axisTitleUp)
  }
  private var axisTitleAcross: String
  private var axisTitleUp: String
  /// For those who cannot see it: what the picture shows, in words.
  package var alternativeText: String

  package init(
    _ series: [Series], anchor: CellReference, title: String,
    axisTitles: (across: String, up: String), alternativeText: String
  ) {
    self.series = series
    self.anchor = anchor
    self.title = title
    axisTitleAcross = axisTitles.across
    axisTitleUp = axisTitles.up
    self.alternativeText = alternativeText
  }
}
