package import Cells
import StudyModel

/// Where everything is on a sheet with one row for each pupil and one column for each item of a
/// test; only some workbooks have such sheets.
package struct ItemsLayout: Hashable, Sendable {
  package var name: String
  package var title: String
  /// The field of the score that the marks add up to: `reading.before`.
  package var score: String
  /// The headings: the code, each item, the check.
  package var headings: [String]

  package var itemCount: Int { headings.count - 2 }
  package var checkColumn: Int { headings.count }

  /// The cells of one row in which marks are typed.
  package func marks(row: Int) -> CellRange {
    CellRange(
      CellReference(row: row, column: 2), CellReference(row: row, column: itemCount + 1))
  }
}

/// One sheet for each test, before and after; none for an outcome whose items are not known.
func itemSheets(of programme: Programme, texts: WorkbookTexts) -> [ItemsLayout] {
  programme.outcomes.flatMap { outcome -> [ItemsLayout] in
    guard let count = outcome.itemCount else { return [] }
    let headings =
      [texts[.pupilCode]] + (1...count).map { texts[.itemHeading, String($0)] } + [texts[.check]]
    let isOnly = programme.outcomes.count == 1
    let ofOutcome = isOnly ? "" : " (\(outcome.label))"
    return [
      ItemsLayout(
        name: isOnly ? texts[.itemsBeforeSheet] : texts[.itemsBeforeSheetOf, outcome.label],
        title: texts[.itemsBeforeTitle] + ofOutcome, score: WellKnownField.before(outcome),
        headings: headings),
      ItemsLayout(
        name: isOnly ? texts[.itemsAfterSheet] : texts[.itemsAfterSheetOf, outcome.label],
        title: texts[.itemsAfterTitle] + ofOutcome, score: WellKnownField.after(outcome),
        headings: headings),
    ]
  }
}
