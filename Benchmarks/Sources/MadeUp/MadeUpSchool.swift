package import Cells
package import StudyModel

/// Records of schools that nobody went to, as if workbooks had said them.
package enum MadeUpSchool {
  package static let programme = Programme(
    id: "made-up", version: "1", title: "Made up", strategy: "other", phase: "primary",
    area: .efficacy,
    words: ProgrammeWords(
      intervention: "Tutored", comparison: "Comparison", interventionPupils: "Tutored pupils",
      comparisonPupils: "Comparison pupils", activity: "Tutoring"),
    designs: StudyDesign.allCases,
    roles: [Choice(code: "tutor", label: "Tutor"), Choice(code: "tutee", label: "Tutee")],
    outcomes: [Outcome(id: "reading", label: "reading", test: "Test", maximum: 40)],
    pupilFields: [
      Field(
        id: "sex", label: "Sex",
        kind: .choice([Choice(code: "F", label: "F"), Choice(code: "M", label: "M")]))
    ],
    missingReasons: [Choice(code: "absent", label: "Absent")],
    dose: Dose(sessionsPlanned: 20, minutes: 20, weeks: 10, complianceThreshold: 16),
    monthsTable: "eef-2026")

  /// A record of pupils, each a set of values by field; marks are under `before` and `after`.
  package static func record(
    _ pupils: [[String: CellValue]], design: StudyDesign, roles: Bool = false
  ) -> StudyRecord {
    var programme = programme
    if !roles { programme.roles = [] }
    var record = StudyRecord(
      identity: StudyIdentity(
        school: "S-001", programme: "made-up", wave: "2026-1", workbook: "0000-0000"),
      programme: programme, design: design)
    let names = Set(pupils.flatMap(\.keys)).sorted()
    for (column, name) in names.enumerated() {
      record.pupilColumns[field(name)] = address(row: 4, column: column)
    }
    record.pupils = pupils.enumerated().map { index, values in
      var row = PupilRow(row: 5 + index, entries: [:], addresses: [:])
      for (column, name) in names.enumerated() {
        let address = address(row: 5 + index, column: column)
        row.addresses[field(name)] = address
        if let value = values[name] {
          row.entries[field(name)] = Entry(address: address, cell: Cell(value))
        }
      }
      return row
    }
    return record
  }

  private static func field(_ name: String) -> String {
    name == "before" || name == "after" ? "reading.\(name)" : name
  }

  private static func address(row: Int, column: Int) -> CellAddress {
    CellAddress(sheet: "Pupils", reference: CellReference(row: row, column: column + 1))
  }
}
