package import Cells

/// Everything that one returned workbook says, as typed, each entry with the cell it is in.
///
/// Nothing is judged here: an entry may hold anything at all.
package struct StudyRecord: Sendable {
  package var identity: StudyIdentity
  /// The programme as it was when the workbook was made.
  package var programme: Programme
  /// The design that the workbook was made for.
  package var design: StudyDesign
  /// The answers about the school and about how it went, by field.
  package var answers: [String: Entry]
  /// Where each answer belongs, filled in or not, by field.
  package var answerAddresses: [String: CellAddress] = [:]
  /// The draw that decided the arms, where the tool made it.
  package var issuedAllocation: IssuedAllocation?
  /// One for each row of the Pupils sheet that holds anything beside its code.
  package var pupils: [PupilRow]
  /// Where each column of the Pupils sheet was found, by field.
  package var pupilColumns: [String: CellAddress]
  /// The marks on each item of a test, where the school gave them: by the field of the score, such
  /// as `reading.before`, then by the pupil's code, in the order of the items; nil where there is
  /// no number.
  package var itemMarks: [String: [String: [Double?]]] = [:]
  /// Text in cells where nothing was asked for: spare columns, rows under the table, comments.
  package var strays: [Entry]
  /// What was not found, or not where it was expected.
  package var layoutRemarks: [LayoutRemark]

  package init(
    identity: StudyIdentity, programme: Programme, design: StudyDesign,
    answers: [String: Entry] = [:], pupils: [PupilRow] = [],
    pupilColumns: [String: CellAddress] = [:], strays: [Entry] = [],
    layoutRemarks: [LayoutRemark] = []
  ) {
    self.identity = identity
    self.programme = programme
    self.design = design
    self.answers = answers
    self.pupils = pupils
    self.pupilColumns = pupilColumns
    self.strays = strays
    self.layoutRemarks = layoutRemarks
  }
}

/// One cell that a school filled in.
package struct Entry: Hashable, Sendable {
  package var address: CellAddress
  package var cell: Cell

  package init(address: CellAddress, cell: Cell) {
    self.address = address
    self.cell = cell
  }
}

/// One row of the Pupils sheet.
package struct PupilRow: Hashable, Sendable {
  /// The row as the spreadsheet program counts it.
  package var row: Int
  /// What is in the row, by field; fields whose cell is empty are absent.
  package var entries: [String: Entry]
  /// The address that each field has in this row, filled in or not.
  package var addresses: [String: CellAddress]

  package init(row: Int, entries: [String: Entry], addresses: [String: CellAddress]) {
    self.row = row
    self.entries = entries
    self.addresses = addresses
  }
}

/// Something about the layout of a returned workbook that is not as it was issued.
package enum LayoutRemark: Hashable, Sendable {
  /// A sheet was not found under its name but by what is in it.
  case sheetRenamed(expected: String, found: String)
  case sheetMissing(name: String)
  /// A column that was issued is not there.
  case columnMissing(label: String, sheet: String)
  /// A column was found under another heading.
  case columnRenamed(expected: String, found: CellAddress, heading: String)
  /// A question of the About or Implementation sheet is not there.
  case questionMissing(label: String, sheet: String)
  /// The hidden sheet is gone; identity was found elsewhere.
  case stampMissing(foundIn: String)
  /// The programme has changed since the workbook was made.
  case programmeVersion(workbook: String, current: String)
  /// Formulas stand where the school was to type.
  case formulaInInput(CellAddress)
}
