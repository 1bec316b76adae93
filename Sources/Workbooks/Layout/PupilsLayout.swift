package import Cells
package import StudyModel

/// Where everything is on the sheet with one row for each pupil.
package struct PupilsLayout: Hashable, Sendable {
  package var name: String
  /// From the code to the check, left to right.
  package var columns: [PupilColumn]
  /// How many rows there are for pupils.
  package var rowCount: Int

  package static let headerRow = 4
  package static let firstRow = 5

  package var rows: Range<Int> { Self.firstRow..<Self.firstRow + rowCount }

  /// What the school fills in.
  package var inputs: [PupilColumn] { columns.filter { $0.purpose == .input } }

  package func column(of field: String) -> PupilColumn? {
    columns.first { $0.field.id == field }
  }

  /// The cells of one column, as formulas on other sheets write them: `Pupils!$B$5:$B$64`.
  func range(of column: PupilColumn) -> String {
    let letters = "$" + CellReference.letters(ofColumn: column.number)
    return
      "\(sheetReference(to: name))!\(letters)$\(rows.lowerBound):\(letters)$\(rows.upperBound - 1)"
  }
}

/// One column of the sheet with a row for each pupil.
package struct PupilColumn: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// Filled in when the workbook is made.
    case code
    /// Filled in by the school.
    case input
    /// Says whether its row is right.
    case check
  }

  package var field: Field
  package var purpose: Purpose
  /// 1 is A.
  package var number: Int
  /// In characters.
  package var width: Double

  package func reference(row: Int) -> CellReference {
    CellReference(row: row, column: number)
  }
}
