import Cells
import Spreadsheet
import Programmes
import StudyModel

extension DataWorkbookWriter {
  /// One row for each pupil: a code that is there already, what the school fills in, a check.
  func pupilsSheet() -> SheetPlan {
    let pupils = layout.pupils
    let check = PupilCheck(layout: layout, programme: request.programme, texts: texts)
    let formula = RowFormula(check.formula)
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
            .formula(formula.text(row: row), cached: .text(facts.pupilResults[place]))
          }
        cells.append(WrittenCell(column.reference(row: row), value, style))
      }
    }
    var sheet = tableSheet(pupils.name, cells: cells)
    sheet.columnWidths = Dictionary(
      uniqueKeysWithValues: pupils.columns.map { ($0.number, width(of: $0, check: check)) })
    sheet.freeze = CellReference(row: PupilsLayout.firstRow, column: 2)
    sheet.validations = pupils.inputs.map { column in
      validation(of: column.field, range: range(of: column), title: inputTitle(of: column.field))
    }
    if let column = pupils.columns.last {
      sheet.conditionalFormats = [
        highlight(range(of: column), text: texts[.fix], as: WorkbookStyle.fix)
      ]
    }
    return sheet
  }

  /// The label, where a message has room for it.
  private func inputTitle(of field: Field) -> String {
    field.label.utf16.count <= 32 ? field.label : texts[.answerInputTitle]
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

  /// Wide enough for each answer of a list: a program cuts what does not fit beside an entry.
  private func width(of column: PupilColumn, check: PupilCheck) -> Double {
    var widths = [column.width]
    if case .choice(let choices) = column.field.kind {
      // The arrow of the list stands beside the text.
      widths += choices.map { WorkbookStyle.width(of: $0.label) + 2 }
    }
    if column.purpose == .check { widths.append(check.width) }
    return widths.max() ?? column.width
  }

  private func style(of column: PupilColumn) -> CellStyle {
    switch column.purpose {
    case .code: WorkbookStyle.code
    case .check: WorkbookStyle.locked.with { $0.wraps = false }
    case .input: WorkbookStyle.input.with { $0.numberFormat = numberFormat(of: column.field) }
    }
  }
}
