import Cells
import StudyModel

@testable import Workbooks

/// Ways to change a workbook as schools and programs do.
extension ReturnedWorkbookTests {
  static func read(
    _ workbook: WorkbookCells, _ programme: Programme, fileName: String = ""
  ) throws(ReturnedWorkbookError) -> StudyRecord {
    try readReturnedWorkbook(
      workbook, programmes: { $0 == programme.id ? programme : nil }, languages: Languages.all,
      fileName: fileName)
  }

  func read(_ workbook: WorkbookCells, fileName: String = "") throws(ReturnedWorkbookError)
    -> StudyRecord
  {
    try Self.read(workbook, programme, fileName: fileName)
  }

  /// The workbook with one sheet changed.
  func changing(
    _ name: String, _ change: (SheetCells) -> SheetCells
  ) -> WorkbookCells {
    var workbook = issued
    workbook.sheets = workbook.sheets.map { $0.name == name ? change($0) : $0 }
    return workbook
  }

  func moving(
    _ sheet: SheetCells, name: String? = nil, _ move: (CellReference) -> CellReference
  ) -> SheetCells {
    SheetCells(
      name: name ?? sheet.name, visibility: sheet.visibility,
      cells: sheet.cells.map { SheetCells.Located(move($0.reference), $0.cell) })
  }

  func adding(_ sheet: SheetCells, _ cells: (String, CellValue)...) -> SheetCells {
    let added = cells.compactMap { text, value in
      CellReference(text).map { SheetCells.Located($0, Cell(value)) }
    }
    let places = Set(added.map(\.reference))
    return SheetCells(
      name: sheet.name, visibility: sheet.visibility,
      cells: sheet.cells.filter { !places.contains($0.reference) } + added)
  }

  func values(_ record: StudyRecord) -> [[String: CellValue]] {
    record.pupils.map { $0.entries.mapValues(\.cell.value) }
  }
}
