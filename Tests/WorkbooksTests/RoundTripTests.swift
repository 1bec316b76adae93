import Cells
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

/// Whatever is filled in comes back as it was, in every language.
@Suite struct RoundTripTests {
  /// Each programme that ships in each language, filled in three ways.
  static let cases = ProgrammeTemplates.ids.flatMap { id in
    Languages.codes.flatMap { code in (1...3).map { Case(id: id, code: code, seed: $0) } }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var code: String
    var seed: UInt64
    var testDescription: String { "\(id) \(code) \(seed)" }
  }

  private func read(_ request: WorkbookRequest, _ programme: Programme) throws -> StudyRecord {
    try readReturnedWorkbook(
      cells(of: dataWorkbook(for: request)), programmes: { $0 == programme.id ? programme : nil },
      languages: Languages.all, fileName: "")
  }

  @Test(arguments: cases) func aFilledWorkbookReadBackGivesWhatWasFilledIn(_ made: Case) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: made.id))
    for design in programme.designs {
      var filled = try filledRequest(
        programme, design: design, seed: made.seed, texts: Languages.texts(made.code))
      fillAnyhow(&filled, seed: made.seed)
      let record = try read(filled, programme)
      expectNoDifference(record.identity, filled.stamp.identity)
      #expect(record.design == design)
      expectNoDifference(record.layoutRemarks, [])
      expectNoDifference(record.strays, [])
      expectNoDifference(record.programme, programme)
      let fields = programme.schoolQuestions + programme.implementationQuestions
      for field in fields {
        expectNoDifference(
          record.answers[field.id]?.cell.value, kept(filled.answers[field.id], of: field))
      }
      try expectSamePupils(record, filled, programme)
      expectNoDifference(record.itemMarks, filled.itemMarks)
    }
  }

  private func expectSamePupils(
    _ record: StudyRecord, _ filled: WorkbookRequest, _ programme: Programme
  ) throws {
    let layout = WorkbookLayout(
      programme: programme, design: filled.design, pupilRows: filled.pupils.count,
      texts: try Languages.english())
    let rows = filled.pupils.filter { pupil in
      layout.pupils.inputs.contains { kept(pupil.values[$0.field.id], of: $0.field) != nil }
    }
    #expect(record.pupils.count == rows.count)
    for (read, issued) in zip(record.pupils, rows) {
      #expect(read.entries[WellKnownField.pupil]?.cell.value == .text(issued.code))
      for column in layout.pupils.inputs {
        expectNoDifference(
          read.entries[column.field.id]?.cell.value,
          kept(issued.values[column.field.id], of: column.field))
        #expect(read.addresses[column.field.id] != nil)
      }
    }
  }

  /// What a record keeps of an entry: a choice in English, nothing for a cell of spaces.
  private func kept(_ value: CellValue?, of field: Field) -> CellValue? {
    switch value {
    case nil, .empty: nil
    case .text(let text) where collapsingSpaces(text).isEmpty: nil
    case .some(let value): shown(value, for: field)
    }
  }

  /// Some entries are replaced by anything that people type, right or wrong, and items are marked.
  private func fillAnyhow(_ request: inout WorkbookRequest, seed: UInt64) {
    let odd: [CellValue] = [
      .text("  12,5 "), .text("½"), .text("طالب علم"), .text("l’élève \"A\""), .number(-3.25),
      .number(1e12), .boolean(true), .text(" \u{A0}"), .text("=1+1"), .text("_x0041_"), .empty,
      .text(String(repeating: "long ", count: 60)), .text("👍🏽"), .text("a\nb"),
    ]
    var numbers = FillingNumbers(seed: seed &* 77)
    for place in request.pupils.indices {
      for field in request.pupils[place].values.keys.sorted() where numbers.next(below: 6) == 0 {
        request.pupils[place].values[field] = odd[numbers.next(below: odd.count)]
      }
    }
    for field in request.answers.keys.sorted() where numbers.next(below: 6) == 0 {
      request.answers[field] = odd[numbers.next(below: odd.count)]
    }
    var marks: [String: [String: [Double?]]] = [:]
    for outcome in request.programme.outcomes {
      for score in [WellKnownField.before(outcome), WellKnownField.after(outcome)] {
        for pupil in request.pupils where numbers.next(below: 4) > 0 {
          let items = (0..<(outcome.itemCount ?? 0)).map { _ -> Double? in
            [nil, 0, 1, 1, 0, 2][numbers.next(below: 6)]
          }
          marks[score, default: [:]][pupil.code] = items
        }
      }
    }
    request.itemMarks = marks
  }

  /// The same entries in every language, so that the same analysis follows.
  @Test(arguments: ProgrammeTemplates.ids) func theRecordDoesNotDependOnTheLanguage(
    id: String
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    let records = try Languages.all.map { texts in
      var faulty = try faultyRequest(programme, texts: texts)
      // With capitals it would be English as it was typed, and a choice in any other language.
      faulty.pupils[13].values[WellKnownField.group] = .text("comparison")
      return try read(faulty, programme)
    }
    for record in records.dropFirst() {
      expectNoDifference(record.programme, records[0].programme)
      expectNoDifference(record.answers.mapValues(\.cell), records[0].answers.mapValues(\.cell))
      expectNoDifference(
        record.pupils.map { $0.entries.mapValues(\.cell) },
        records[0].pupils.map { $0.entries.mapValues(\.cell) })
      expectNoDifference(record.layoutRemarks, records[0].layoutRemarks)
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func anEmptyWorkbookGivesAnEmptyRecord(
    id: String
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    for texts in Languages.all {
      var empty = try request(programme, texts: texts)
      empty.itemMarks = [:]
      let record = try read(empty, programme)
      #expect(record.answers.isEmpty)
      #expect(record.pupils.isEmpty)
      #expect(record.itemMarks.isEmpty)
      #expect(record.strays.isEmpty)
      #expect(record.layoutRemarks.isEmpty)
      #expect(record.answerAddresses["weeks"] != nil)
    }
  }
}
