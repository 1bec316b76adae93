import Cells
import Spreadsheet
import Programmes
import StudyModel

extension DataWorkbookWriter {
  /// One row for each pupil: a code that is there already, what the school fills in, a check.
  func pupilsSheet() -> SheetPlan {
    let pupils = layout.pupils
    let check = RowFormula(
      PupilCheck(layout: layout, programme: request.programme, texts: texts).formula)
    var cells = introduction(
      texts[.pupilsTitle], texts[.pupilsIntro, String(pupils.rowCount)], scoresLine)
    cells += headings(pupils.columns.map(\.field.label))
    let styles = pupils.columns.map(style)
    for (place, row) in pupils.rows.enumerated() {
      for (column, style) in zip(pupils.columns, styles) {
        let value: WrittenValue =
          switch column.purpose {
          case .code: .text(request.pupils[place].code)
          case .input: written(request.pupils[place].values[column.field.id], for: column.field)
          case .check:
            .formula(check.text(row: row), cached: .text(facts.pupilResults[place]))
          }
        cells.append(WrittenCell(column.reference(row: row), value, style))
      }
    }
    var sheet = tableSheet(pupils.name, cells: cells)
    sheet.rowHeights[PupilsLayout.headerRow] = 54
    sheet.columnWidths = Dictionary(
      uniqueKeysWithValues: pupils.columns.map { ($0.number, $0.width) })
    sheet.freeze = CellReference(row: PupilsLayout.firstRow, column: 2)
    sheet.validations = pupils.inputs.map { column in
      validation(of: column.field, range: range(of: column), title: column.field.label)
    }
    if let column = pupils.columns.last {
      sheet.conditionalFormats = [
        highlight(range(of: column), text: texts[.fix], as: WorkbookStyle.fix)
      ]
    }
    return sheet
  }

  private var scoresLine: String {
    guard request.programme.outcomes.count == 1, let outcome = request.programme.outcomes.first
    else { return texts[.pupilsScoresOfSeveral] }
    return texts[.pupilsScores, plain(outcome.minimum), plain(outcome.maximum)]
  }

  private func range(of column: PupilColumn) -> CellRange {
    CellRange(
      column.reference(row: layout.pupils.rows.lowerBound),
      column.reference(row: layout.pupils.rows.upperBound - 1))
  }

  private func style(of column: PupilColumn) -> CellStyle {
    switch column.purpose {
    case .code: WorkbookStyle.code
    case .check: WorkbookStyle.locked.with { $0.wraps = false }
    case .input: WorkbookStyle.input.with { $0.numberFormat = numberFormat(of: column.field) }
    }
  }
}
