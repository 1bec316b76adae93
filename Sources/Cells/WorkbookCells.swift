/// Everything that was read from one workbook, sheet by sheet, in the order of its tabs.
package struct WorkbookCells: Sendable {
  package var sheets: [SheetCells]
  /// Whether dates count from 1904 rather than from 1900.
  package var countsDatesFrom1904: Bool
  /// Custom document properties that hold text, by name.
  package var customProperties: [String: String]
  /// What was odd but could be read, one sentence each.
  package var remarks: [String]
  /// The same with its rule codes and places.
  package var notes: [ReadingNote] = []
  /// The names of sheets that hold a chart, a dialog or macros instead of cells.
  package var otherSheets: [String] = []
  /// The names that formulas use for cells, in the order of the file.
  package var definedNames: [DefinedName] = []

  package init(
    sheets: [SheetCells] = [], countsDatesFrom1904: Bool = false,
    customProperties: [String: String] = [:], remarks: [String] = []
  ) {
    self.sheets = sheets
    self.countsDatesFrom1904 = countsDatesFrom1904
    self.customProperties = customProperties
    self.remarks = remarks
  }

  /// The sheet of this name, capitals and small letters alike.
  package func sheet(named name: String) -> SheetCells? {
    sheets.first { $0.name.lowercased() == name.lowercased() }
  }
}
