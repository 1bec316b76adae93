import Cells
import StudyModel

/// Finds what stands on sheets where nothing was to be typed, or that were added.
struct StrayCollector {
  let workbook: WorkbookCells
  let texts: WorkbookTexts
  let entries: EntryReader

  /// What was found, leaving out the sheets that have been read already.
  func strays(besides known: Set<String>) -> [Entry] {
    workbook.sheets.filter { !known.contains($0.name) }.flatMap { sheet in
      let widths = issuedColumns(of: sheet.name)
      return sheet.cells.filter { located in
        guard let widths else { return true }
        return located.reference.column > widths
      }.compactMap { entries.entry($0, on: sheet) }
    }
  }

  /// How many columns were issued, or nil for a sheet that was added.
  private func issuedColumns(of name: String) -> Int? {
    // Numbers makes `Start - Table 1` of `Start`.
    let plain = comparable(name.split(separator: " - ").first.map(String.init) ?? name)
    let issued = [
      (texts[.startSheet], 1), (texts[.checkSheet], 3), (texts[.wordsSheet], 2),
      (ListsLayout.sheetName, CellReference.columnLimit),
      (WorkbookLayout.stampSheetName, AllocationRecord.firstColumn + 2),
      // What the tool itself and Numbers add.
      (Self.resultsSheet, CellReference.columnLimit), ("Export Summary", CellReference.columnLimit),
    ]
    return issued.first { comparable($0.0) == plain }?.1
  }

  private static let resultsSheet = "Results"
}
