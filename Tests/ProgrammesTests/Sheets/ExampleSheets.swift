import Cells
import Programmes
import StudyModel

/// The sheets of a programme as a workbook holds them, to change one cell at a time.
struct ExampleSheets {
  private(set) var sheets: [(name: String, rows: [[String]])]

  init(of source: ProgrammeSource) {
    sheets = programmeSheets(of: source).map { ($0.sheet.rawValue, [$0.headings] + $0.rows) }
  }

  /// The example programme.
  static func example() throws -> ExampleSheets {
    let programme = try programme(
      yaml: ExampleProgramme.yaml, folderName: "breakfast-club", hasText: { _ in true })
    return ExampleSheets(
      of: ProgrammeSource(programme: programme, texts: ["guidance.md": "# How to\n\n- Eat.\n"]))
  }

  /// The text of a cell, such as `outcomes!A2`.
  subscript(address: String) -> String {
    get {
      let (sheet, row, column) = place(address)
      return sheets[sheet].rows[row][column]
    }
    set {
      let (sheet, row, column) = place(address)
      sheets[sheet].rows[row][column] = newValue
    }
  }

  mutating func rename(_ sheet: String, to name: String) {
    guard let index = sheets.firstIndex(where: { $0.name == sheet }) else { return }
    sheets[index].name = name
  }

  /// As it is read from a file: numbers are numbers where they can be.
  var workbook: WorkbookCells {
    WorkbookCells(
      sheets: sheets.map { sheet in
        SheetCells(
          name: sheet.name,
          cells: sheet.rows.enumerated().flatMap { row, texts in
            texts.enumerated().filter { !$1.isEmpty }.map { column, text in
              SheetCells.Located(
                CellReference(row: row + 1, column: column + 1),
                Cell(value(text, in: sheet.name)))
            }
          })
      })
  }

  private func value(_ text: String, in sheet: String) -> CellValue {
    // As a person types it: a version or a line of text stays text, as the cells are formatted.
    if sheet != "settings", sheet != "text_lines", let number = Double(text) {
      return .number(number)
    }
    return .text(text)
  }

  private func place(_ address: String) -> (sheet: Int, row: Int, column: Int) {
    guard let address = CellAddress(address),
      let sheet = sheets.firstIndex(where: { $0.name == address.sheet })
    else { preconditionFailure("no cell \(address)") }
    return (sheet, address.reference.row - 1, address.reference.column - 1)
  }
}
