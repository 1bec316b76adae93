/// How a cell looks, and whether it can be typed in on a protected sheet.
///
/// A value: the writer makes one format of the file for each distinct style.
package struct CellStyle: Hashable, Sendable {
  package var fontName = "Arial"
  /// In points, 1 to 409.
  package var size = 12.0
  package var isBold = false
  package var isItalic = false
  package var isUnderlined = false
  package var fontColor: Color?
  package var fill: Color?
  /// A thin line on all four sides.
  package var border: Color?
  /// As spreadsheets write it, such as `0.00` or `@`; nil is `General`.
  package var numberFormat: String?
  package var wraps = false
  /// Whether the cell is locked once its sheet is protected.
  package var isLocked = true
  package var horizontal = HorizontalAlignment.automatic
  package var vertical = VerticalAlignment.bottom
  /// Steps of about three characters, 0 to 15.
  package var indent = 0
  package var readingOrder = ReadingOrder.automatic

  package init() {}

  /// This style with changes: `CellStyle().with { $0.isBold = true }`.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var changed = self
    change(&changed)
    return changed
  }

  /// A link within the workbook: blue and underlined.
  package static let link = CellStyle().with {
    $0.fontColor = 0x0B_4F_A0
    $0.isUnderlined = true
  }

  /// A date as `2026-07-10`, which no reader can take for another day.
  package static let isoDate = CellStyle().with { $0.numberFormat = isoDateFormat }

  static let isoDateFormat = "yyyy-mm-dd"
}

package enum HorizontalAlignment: Hashable, Sendable {
  /// Text to the left, numbers to the right.
  case automatic
  case left, center, right
}

/// In which direction the words of a cell follow each other.
package enum ReadingOrder: Hashable, Sendable {
  /// As the first letter has it.
  case automatic
  case leftToRight, rightToLeft
}

package enum VerticalAlignment: Hashable, Sendable {
  case bottom, middle, top
}

/// A colour as `0xRRGGBB`.
package struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
  package let rgb: UInt32

  package init(integerLiteral value: UInt32) {
    rgb = value & 0xFF_FF_FF
  }
}

/// What a conditional format changes in the cells that it applies to.
package struct Highlight: Hashable, Sendable {
  package var fontColor: Color?
  package var fill: Color?
  package var isBold: Bool

  package init(fill: Color? = nil, fontColor: Color? = nil, isBold: Bool = false) {
    self.fill = fill
    self.fontColor = fontColor
    self.isBold = isBold
  }
}
