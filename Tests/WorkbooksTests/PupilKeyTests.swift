import Cells
import Programmes
import Spreadsheet
import TestSupport
import Testing

@testable import Workbooks

@Suite struct PupilKeyTests {
  private let request: WorkbookRequest
  private let plan: WorkbookPlan

  init() throws {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    request = try WorkbooksTests.request(programme)
    plan = pupilKey(for: request)
  }

  @Test func hasACodeForEachRowOfTheDataWorkbook() throws {
    let codes = plan.sheets[0].cells.filter { $0.reference.column == 1 }.dropFirst(4).map(\.value)
    #expect(codes == request.pupils.map { .text($0.code) })
    #expect(try !writeWorkbook(plan).isEmpty)
  }

  @Test func saysThatItMustStayInTheSchool() {
    let first = plan.sheets[0].cells[0]
    #expect(first.value == .text("Pupil key: keep in school, never send"))
    #expect(plan.properties.title.contains("never send"))
  }

  @Test func seesACodeThatIsThereTwice() {
    var twice = request
    twice.pupils[3].code = twice.pupils[1].code
    let checks = pupilKey(for: twice).sheets[0].cells.filter {
      $0.reference.column == 5 && $0.reference.row >= 5
    }
    let faulty = checks.filter { cell in
      if case .formula(_, .text(let text)) = cell.value { !text.isEmpty } else { false }
    }
    #expect(faulty.map(\.reference.row) == [6, 8])
  }
}
