package import Cells

/// How a sheet prints.
package struct PageSetup: Hashable, Sendable {
  package enum Paper: Hashable, Sendable {
    case a4, letter
  }

  package var paper = Paper.a4
  package var isLandscape = false
  /// Shrinks the sheet so that all of its columns are on one page, or on as many as are given.
  package var fitsWidth = true
  package var pagesAcross = 1
  /// Shrinks it so that all of its rows are on one page too.
  package var fitsHeight = false
  /// All that is printed; nil for the whole sheet.
  package var printedCells: CellRange?
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Columns printed at the side of every page, counted from 1.
  package var repeatedColumns: ClosedRange<Int>?
  /// Rows after which a new page begins.
  package var rowBreaks: [Int] = []
  /// In the codes of Excel, such as `&L&A&RPage &P of &N`; at most 255 UTF-16 units.
  package var header = ""
  package var footer = ""
  /// In inches: left, right, top, bottom.
  package var margins = Margins(left: 0.6, right: 0.6, top: 0.7, bottom: 0.7)

  package struct Margins: Hashable, Sendable {
    package var left, right, top, bottom: Double

    package init(left: Double, right: Double, top: Double, bottom: Double) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }

  package init() {}
}
