import Cells
import Spreadsheet

/// A plan as a reader would find it, had it been saved and read: formulas give what is stored.
func cells(of plan: WorkbookPlan) -> WorkbookCells {
  WorkbookCells(
    sheets: plan.sheets.map { sheet in
      SheetCells(
        name: sheet.name, visibility: sheet.visibility,
        cells: sheet.cells.compactMap { written in
          cell(of: written).map { SheetCells.Located(written.reference, $0) }
        })
    },
    customProperties: Dictionary(
      uniqueKeysWithValues: plan.customProperties.map { ($0.name, $0.value) }))
}

private func cell(of written: WrittenCell) -> Cell? {
  switch written.value {
  case .empty: nil
  case .number(let number): Cell(.number(number))
  case .text(let text): Cell(.text(text))
  case .boolean(let truth): Cell(.boolean(truth))
  case .date(let date): Cell(.number(date.serial), showsDate: true)
  case .formula(_, .number(let number)): Cell(.number(number), isFormula: true)
  case .formula(_, .text(let text)): Cell(.text(text), isFormula: true)
  case .formula(_, .boolean(let truth)): Cell(.boolean(truth), isFormula: true)
  }
}
