/// One sheet of the cumulative workbook: a title, notes, and one table with a row of headings.
package struct TableSheet: Sendable, Hashable {
  /// 31 characters at most.
  package var name: String
  package var title: String
  package var notes: [String]
  package var columns: [Column]
  package var rows: [[Value]]
  package var picture: Picture?

  package struct Column: Sendable, Hashable {
    package var name: String
    /// In characters.
    package var width: Double
    package var format: Format

    package init(_ name: String, width: Double, _ format: Format) {
      self.name = name
      self.width = width
      self.format = format
    }
  }

  /// How the numbers of a column are shown; they are stored in full.
  package enum Format: Sendable, Hashable {
    case text
    case whole
    case decimal(digits: Int)
    case signed(digits: Int)
  }

  package enum Value: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)
    /// `2026-06-26`.
    case day(String)
  }

  /// A picture that the spreadsheet program draws from the table.
  package enum Picture: Sendable, Hashable {
    /// A line from low to high and a dot for each row.
    case intervals(IntervalPicture)
    /// Lines over the numbers of one column.
    case lines(LinePicture)
  }

  package struct IntervalPicture: Sendable, Hashable {
    package var title: String
    package var axisTitle: String
    package var words: String
    /// The columns, counted from 0; low and high, and the two heights, are side by side.
    package var name = 0
    package var estimate: Int
    package var low: Int
    package var height: Int
    package var namePlace: Int
    package var axis: ClosedRange<Double>
    package var step: Double
  }

  package struct LinePicture: Sendable, Hashable {
    package var title: String
    package var axisTitles: [String]
    package var words: String
    package var across: Int
    /// Columns, with whether each is the line in the middle, an edge, or a dashed edge.
    package var lines: [Line]

    package struct Line: Sendable, Hashable {
      package var column: Int
      package var look: Look
    }

    package enum Look: Sendable, Hashable {
      case middle, edge, outerEdge
    }
  }
}

extension TableSheet.Value {
  /// Nothing for what is not known or not a number.
  static func number(_ value: Double?) -> Self {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
  }

  static func count(_ value: Int?) -> Self { value.map { .number(Double($0)) } ?? .empty }

  static func text(_ value: String?) -> Self {
    value.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
  }

  static func day(_ value: String?) -> Self { value.map { .day($0) } ?? .empty }
}

extension [TableSheet.Column] {
  /// An estimate with its range.
  static func estimate(_ name: String, digits: Int = 3) -> Self {
    [
      .init(name, width: 12, .signed(digits: digits)),
      .init("Low", width: 10, .signed(digits: digits)),
      .init("High", width: 10, .signed(digits: digits)),
    ]
  }
}
