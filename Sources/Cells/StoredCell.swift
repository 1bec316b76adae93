/// A cell as ``CellList`` keeps it: sixteen bytes, because a large workbook has millions of them.
@frozen
public struct StoredCell: Sendable {
  // Public, as only that is made part of the code that reads cells.

  /// The bits of a number, 1 for true and 0 for false, or the place of a text or an error in a list.
  public var payload: UInt64
  /// Row, column, kind and marks, from the highest bits down: in order of size, in order of place.
  public var key: UInt64

  /// What a cell holds.
  @frozen
  public enum Kind: UInt8, Sendable {
    case empty, number, boolean, error
    /// A text of the list, or of the table that the sheets of the workbook share.
    case text, sharedText
  }

  /// Facts about a cell that its number format and its formula tell.
  public enum Mark {
    /// Its number is shown as a date or a time.
    @inlinable public static var date: UInt8 { 1 }
    /// Its number is shown times a hundred, with `%`.
    @inlinable public static var percentage: UInt8 { 2 }
    /// Its value is the result of a formula.
    @inlinable public static var formula: UInt8 { 4 }
  }

  /// Packs a place of the sheet, `row` and `column` from 1, with what it holds.
  @inlinable
  public init(row: Int, column: Int, kind: Kind, marks: UInt8, payload: UInt64) {
    self.payload = payload
    key =
      UInt64(truncatingIfNeeded: row) << 32 | UInt64(truncatingIfNeeded: column) << 16
      | UInt64(kind.rawValue) << 8 | UInt64(marks)
  }

  /// From 1.
  @inlinable public var row: Int { Int(truncatingIfNeeded: key >> 32) }
  /// From 1; 1 is column A.
  @inlinable public var column: Int { Int(truncatingIfNeeded: key >> 16 & 0xFFFF) }
  /// Row and column as one number, in the order of rows and then columns.
  @inlinable public var order: UInt64 { key >> 16 }

  var reference: CellReference { CellReference(row: row, column: column) }
  var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: key >> 8)) ?? .empty }
  var marks: UInt8 { UInt8(truncatingIfNeeded: key) }
}
