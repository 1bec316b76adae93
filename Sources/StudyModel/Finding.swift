package import Cells

/// Something in a returned workbook that is wrong, odd, or worth knowing.
package struct Finding: Hashable, Sendable {
  /// The rule that found it: `W302`.
  package var code: String
  package var severity: Severity
  /// The cell, or nil where it concerns the sheet or the whole file.
  package var address: CellAddress?
  /// The sheet, where it concerns a sheet but no cell of it.
  package var sheet: String?
  /// What is wrong, with the value.
  package var message: String
  /// What to do.
  package var help: String

  package init(
    code: String, severity: Severity, address: CellAddress?, sheet: String? = nil,
    message: String, help: String
  ) {
    self.code = code
    self.severity = severity
    self.address = address
    self.sheet = sheet ?? address?.sheet
    self.message = message
    self.help = help
  }
}

/// What a finding asks of the school.
package enum Severity: String, Codable, Sendable, CaseIterable, Hashable {
  /// Must be put right.
  case error
  /// Put right, or explain in the workbook.
  case query
  /// For information.
  case note
}
