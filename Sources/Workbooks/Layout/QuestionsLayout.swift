package import Cells
package import StudyModel

/// Where everything is on a sheet with one row for each question.
package struct QuestionsLayout: Hashable, Sendable {
  package var name: String
  package var title: String
  package var fields: [Field]

  package static let headerRow = 4
  package static let firstRow = 5

  package enum Column: Int, CaseIterable, Sendable {
    case question = 1
    case answer, check, help
  }

  package var rows: Range<Int> { Self.firstRow..<Self.firstRow + fields.count }

  package func cell(_ column: Column, row: Int) -> CellReference {
    CellReference(row: row, column: column.rawValue)
  }

  /// The row of a question, where the sheet asks it.
  package func row(of field: String) -> Int? {
    fields.firstIndex { $0.id == field }.map { Self.firstRow + $0 }
  }
}
