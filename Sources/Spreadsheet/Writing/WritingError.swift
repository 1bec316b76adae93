package import Cells

/// Why a workbook cannot be written.
package enum WritingError: Error, Hashable, Sendable {
  case noVisibleSheet
  case tooManySheets(Int)
  case sheetName(String, SheetNameFault)
  /// Two sheets of one name, capitals and small letters alike.
  case repeatedSheetName(String)
  case unknownSheet(String)
  case outsideTheSheet(CellAddress)
  case repeatedCell(CellAddress)
  case notFinite(CellAddress)
  case tooLong(TextKind, CellAddress?, units: Int, limit: Int)
  case controlCharacter(TextKind, CellAddress?)
  /// A formula that is empty, or does not begin with `=`.
  case formula(String, CellAddress?)
  case definedName(String)
  case repeatedDefinedName(String)
  case dateOutsideTheCalendar(ExcelDate, CellAddress?)
  /// A size that no program takes: width, height, zoom, font size, margin, pages across,
  /// repeated rows or columns.
  case size(String, sheet: String)
  /// A range whose lower bound is above its upper.
  case emptyBounds(CellAddress)
  case linkWithoutText(CellAddress)
  /// What the C library said when everything had been checked.
  case library(code: Int, message: String)
  /// The folder for temporary files cannot be used: the number is the system's `errno`.
  case scratchFolder(String, errno: Int32)

  package enum SheetNameFault: Hashable, Sendable {
    case empty, tooLong, forbiddenCharacter, apostropheAtTheEdge, reserved
  }

  /// The kinds of text that have a limit of their own.
  package enum TextKind: Hashable, Sendable {
    case cell, formula, cachedText, numberFormat, fontName, definedName
    case validationTitle, validationMessage, headerOrFooter, property, chart
  }
}
