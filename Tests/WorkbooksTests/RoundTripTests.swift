import Cells
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

@Suite struct RoundTripTests {
  /// Each programme that ships, with each design on offer, filled in three ways.
  static let cases = ProgrammeTemplates.ids.flatMap { id in (1...3).map { (id, UInt64($0)) } }

  @Test(arguments: cases) func aFilledWorkbookReadBackGivesWhatWasFilledIn(
    id: String, seed: UInt64
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    for design in programme.designs {
      let filled = try filledRequest(programme, design: design, seed: seed)
      let record = try readReturnedWorkbook(
        cells(of: dataWorkbook(for: filled)), programmes: { $0 == id ? programme : nil },
        languages: Languages.all, fileName: "")
      expectNoDifference(record.identity, filled.stamp.identity)
      #expect(record.design == design)
      expectNoDifference(record.layoutRemarks, [])
      expectNoDifference(record.strays, [])
      let fields = programme.schoolQuestions + programme.implementationQuestions
      for field in fields {
        expectNoDifference(
          record.answers[field.id]?.cell.value,
          filled.answers[field.id].map { shown($0, for: field) })
      }
      try expectSamePupils(record, filled)
    }
  }

  private func expectSamePupils(_ record: StudyRecord, _ filled: WorkbookRequest) throws {
    let layout = WorkbookLayout(
      programme: filled.programme, design: filled.design, pupilRows: filled.pupils.count,
      texts: try Languages.english())
    let rows = filled.pupils.filter { !$0.values.isEmpty }
    #expect(record.pupils.count == rows.count)
    for (read, issued) in zip(record.pupils, rows) {
      #expect(read.entries[WellKnownField.pupil]?.cell.value == .text(issued.code))
      for column in layout.pupils.inputs {
        let expected = issued.values[column.field.id].map { shown($0, for: column.field) }
        expectNoDifference(read.entries[column.field.id]?.cell.value, expected)
        #expect(read.addresses[column.field.id] != nil)
      }
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func anEmptyWorkbookGivesAnEmptyRecord(
    id: String
  ) throws {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    let record = try readReturnedWorkbook(
      cells(of: dataWorkbook(for: request(programme))), programmes: { _ in programme },
      languages: Languages.all, fileName: "")
    #expect(record.answers.isEmpty)
    #expect(record.pupils.isEmpty)
    #expect(record.strays.isEmpty)
    #expect(record.layoutRemarks.isEmpty)
    #expect(record.answerAddresses["weeks"] != nil)
  }
}
