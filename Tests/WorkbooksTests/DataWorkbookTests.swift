import Cells
import Programmes
import Spreadsheet
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

@Suite struct DataWorkbookTests {
  private func plans(_ id: String) throws -> [WorkbookPlan] {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    return try programme.designs.map { try dataWorkbook(for: request(programme, design: $0)) }
      + [dataWorkbook(for: faultyRequest(programme))]
  }

  private func formulas(_ plan: WorkbookPlan) -> [String] {
    plan.sheets.flatMap { sheet in
      sheet.cells.compactMap { cell in
        if case .formula(let formula, _) = cell.value { formula } else { nil }
      } + sheet.conditionalFormats.map(\.formula)
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func canBeWritten(id: String) throws {
    for plan in try plans(id) {
      let bytes = try writeWorkbook(plan)
      #expect(try bytes == writeWorkbook(plan))
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func formulasAreOfExcel2007AndShort(
    id: String
  ) throws {
    let known: Set<String> = [
      "IF", "AND", "OR", "NOT", "TRIM", "LEN", "LEFT", "INT", "COUNT", "COUNTA", "COUNTIF",
      "COUNTIFS", "SUM", "SUMPRODUCT", "ISNUMBER", "IFERROR",
    ]
    for formula in try plans(id).flatMap(formulas) {
      #expect(formula.utf16.count <= 8192)
      #expect(!formula.contains("_xlfn") && !formula.contains("[") && !formula.contains("lst"))
      let withoutTexts = formula.replacing(/"([^"]|"")*"/, with: "\"\"")
      for name in withoutTexts.matches(of: /([A-Z]+)\(/).map({ String($0.1) }) {
        #expect(known.contains(name), "\(name) in \(formula)")
      }
      let depth = withoutTexts.matches(of: /IF\(/).count
      #expect(depth <= 64)
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func coloursNeverOverlap(id: String) throws {
    for sheet in try plans(id).flatMap(\.sheets) {
      #expect(sheet.conditionalFormats.count <= 3)
      for (place, format) in sheet.conditionalFormats.enumerated() {
        for other in sheet.conditionalFormats[..<place] {
          #expect(!format.range.contains(other.range.first))
          #expect(!other.range.contains(format.range.first))
        }
      }
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func listsHaveNamesAndInputsHaveMessages(
    id: String
  ) throws {
    for plan in try plans(id) {
      let names = Set(plan.definedNames.map(\.name))
      for sheet in plan.sheets {
        let inputs = sheet.cells.filter { !$0.style.isLocked }
        for cell in inputs {
          let validation = sheet.validations.first { $0.range.contains(cell.reference) }
          #expect(validation != nil, "\(sheet.name)!\(cell.reference)")
          if case .list(let name)? = validation?.rule { #expect(names.contains(name)) }
        }
        if sheet.visibility == .visible { #expect(sheet.protection != nil) }
      }
    }
  }

  @Test func identityStandsInThreePlaces() throws {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    let request = try request(programme)
    let plan = dataWorkbook(for: request)
    let identifier = request.stamp.identity.workbook
    let start = plan.sheets[0].cells.filter { cell in
      if case .text(let text) = cell.value { text.contains(identifier) } else { false }
    }
    #expect(start.map(\.reference.row) == [2, 16])
    #expect(plan.customProperties.first?.value.contains(identifier) == true)
    let hidden = plan.sheets.first { $0.name == "_whatworked" }
    #expect(hidden?.visibility == .veryHidden)
    #expect(hidden?.cells.contains { $0.value == .text(identifier) } == true)
  }

  @Test func theCacheSaysWhatIsLeftToDo() throws {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    let status = try [request(programme), filledRequest(programme), faultyRequest(programme)]
      .map { request -> String in
        let cell = dataWorkbook(for: request).sheets[0].cells.first {
          $0.reference == WorkbookLayout.status
        }
        guard case .formula(_, .text(let text))? = cell?.value else { return "" }
        return String(text.prefix(24))
      }
    expectNoDifference(
      status, ["NOT READY YET: 18 things", "READY TO RETURN. Save th", "NOT READY YET: 15 things"])
  }

  @Test func pupilsCannotBePartedFromTheirCodesBySorting() throws {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
    let pupils = dataWorkbook(for: try request(programme)).sheets[2]
    #expect(pupils.name == "Pupils")
    #expect(pupils.protection?.allowsSorting == false)
    #expect(pupils.autofilter == nil)
  }
}
