import Cells
import StudyModel
import TestSupport
import Testing
import Validation

/// Whatever people type, validation ends with findings or with data, and never with a crash.
@Suite struct JunkTests {
  @Test(arguments: 0..<40) func anythingAtAllCanBeTyped(seed: UInt64) {
    var junk = Junk(seed: seed)
    for _ in 0..<75 {
      let record = junk.record()
      let outcome = validate(record)
      let hasError = outcome.findings.contains { $0.severity == .error }
      #expect((outcome.data == nil) == hasError, "data exactly where there is no error")
      guard let data = outcome.data else { continue }
      #expect(!canonicalData(data).isEmpty)
      let bounds = Programme.exampleOutcome.bounds
      for scores in data.pupils.flatMap(\.scores.values) {
        #expect(scores.before.map(bounds.contains) != false)
        #expect(scores.after.map(bounds.contains) != false)
      }
      #expect(Set(data.pupils.map { $0.code.lowercased() }).count == data.pupils.count)
    }
  }

  @Test func theSameRecordGivesTheSameOutcome() {
    var junk = Junk(seed: 7)
    for _ in 0..<50 {
      let record = junk.record()
      let (one, other) = (validate(record), validate(record))
      #expect(one.findings == other.findings)
      #expect(one.repairs == other.repairs)
      #expect(one.data == other.data)
    }
  }
}

/// Records with anything in their cells, the same for the same seed.
private struct Junk {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2 &+ 1 }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(next() % UInt64(choices.count))]
  }

  /// One record in four is mostly sensible, so that some of them become data.
  mutating func record() -> StudyRecord {
    let oddity = pick([0, 5, 30, 100])
    var record = StudyRecord(
      identity: .example, programme: .example, design: pick(StudyDesign.allCases))
    record.programme.roles = pick([[], Programme.exampleRoles])
    let fields = [
      "pupil", "group", "role", "class", "reading.before", "reading.after", "missing-reason",
      "sessions", "explanation", "pair", "teaching-group", "sex",
    ]
    for (column, field) in fields.enumerated() where next() % 100 >= UInt64(oddity / 5) {
      record.pupilColumns[field] = address("Pupils", 4, column + 1)
    }
    for row in 0..<Int(next() % 16) {
      record.pupils.append(pupil(row: row + 5, fields, oddity: oddity))
    }
    for (row, question) in ["date-before", "date-after", "assignment", "comments"].enumerated() {
      let usual = ["2026-03-02", "2026-07-10", pick(["By chance", "By the teacher"]), "Thanks"]
      record.answers[question] = Entry(
        address: address("About", row + 5, 2), cell: cell(usually: usual[row], oddity: oddity))
    }
    if oddity == 100 {
      record.strays = [Entry(address: address("Pupils", 90, 3), cell: anyCell())]
      record.layoutRemarks = [.columnMissing(label: anyText(), sheet: anyText())]
      record.identity.wave = anyText()
    }
    return record
  }

  private mutating func pupil(row: Int, _ fields: [String], oddity: Int) -> PupilRow {
    var pupil = PupilRow(row: row, entries: [:], addresses: [:])
    for (column, field) in fields.enumerated() {
      let address = address("Pupils", row, column + 1)
      pupil.addresses[field] = address
      let usual =
        switch field {
        case "pupil": "P\(row)"
        case "group": pick(["Tutored", "Comparison"])
        case "role": pick(["Tutor", "Tutee"])
        case "class": "5B"
        case "sex": "Girl"
        case "reading.before", "reading.after": "\(next() % 41)"
        default: ""
        }
      let cell = cell(usually: usual, oddity: oddity)
      if cell.value != .empty { pupil.entries[field] = Entry(address: address, cell: cell) }
    }
    return pupil
  }

  private mutating func cell(usually text: String, oddity: Int) -> Cell {
    next() % 100 < UInt64(oddity) ? anyCell() : TestSupport.cell(written: text) ?? Cell(.empty)
  }

  private mutating func anyCell() -> Cell {
    let number = Double(bitPattern: next())
    let value: CellValue = pick([
      .empty, .text(anyText()), .text(anyText()), .number(number), .number(.nan),
      .number(-.infinity), .number(Double(next() % 100_000) / 8), .boolean(true),
      .error(.notAvailable), .error(.other("#FIELD!")),
    ])
    return Cell(
      value, showsDate: next() % 5 == 0, showsPercentage: next() % 7 == 0,
      isFormula: next() % 9 == 0)
  }

  private mutating func anyText() -> String {
    let parts = [
      "1", "17", ",", ".", "/", " ", "\u{A0}", "-", "+", "%", "absent", "۵", "९", "é", "👩‍👩‍👧", "#",
      "\u{202E}", "\u{0}", "2026", "13", "Anna", "Tutored", "@", "|", "\n", "July", "e", "0", "''",
      "99999999999999999999", "A\u{301}",
    ]
    return (0..<Int(next() % 6)).map { _ in pick(parts) }.joined()
  }

  private func address(_ sheet: String, _ row: Int, _ column: Int) -> CellAddress {
    CellAddress(sheet: sheet, reference: CellReference(row: row, column: column))
  }
}
