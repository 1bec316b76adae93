import ArgumentParser
import Cells
import Foundation
import Programmes
import StudyModel
import Workbooks

struct Template: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes what a school is handed: the data workbook, and the programme's texts.")

  @Argument(
    help: ArgumentHelp(
      "The programme's id, as `whatworked programmes` lists them, or the workbook or folder of one."
    ))
  var programme: String

  @Option(help: "The school's code, such as S-014; repeat it for several schools.")
  var school: [String] = []

  @Option(
    help: ArgumentHelp(
      "A CSV file or workbook with a column school, and if you like country, wave, design, pupils, "
        + "email, return-by and seed."), completion: .file())
  var schools: String?

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "packs"

  @Option(help: "The country's code of two letters.")
  var country: String?

  @Option(help: "The year and the round in it, such as 2026-1.")
  var wave = "2026-1"

  @Option(help: "The design; without it, the programme's first.")
  var design: String?

  @Option(help: "How many pupils the workbook has rows for, 2 to 300.")
  var pupils = 60

  @Option(help: "Makes the workbook's id; the same call gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "The day by which to send it back, such as 2026-07-10.")
  var returnBy: String?

  @Option(help: "Where to send it back: an address of the hub, never of a person.")
  var contact: String?

  @Option(help: "a4 or letter.")
  var paper = "a4"

  @Option(help: "The language of the workbook and the pupil key, such as fr.")
  var language = "en"

  @Flag(help: "Add sheets for the marks on each item of the tests.")
  var itemMarks = false

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @Flag(name: .shortAndLong, help: "Write no messages.")
  var quiet = false

  @Option(help: "Columns on request that the workbook asks for, such as sex,fsm.")
  var ask: String?

  @Option(help: "How many packs to make at the same time; as many as there are processors.")
  var jobs: Int?

  mutating func run() async throws {
    let folder = OutputFolder(output)
    let programmes = try ProgrammeFolder(asked: templates)
    let source = try programmes.source(at: programme)
    let texts = try programmes.texts(language, for: source.programme)
    let requests = try self.requests()
    guard !requests.isEmpty else { throw UsageFailure(message: "name a school with --school") }
    let packs = MakePacks(
      maker: MakePack(source: source, texts: texts, output: folder), output: folder, isQuiet: quiet,
      width: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let made = try await packs.make(requests)
    if !quiet { say(made, requests) }
  }

  private func say(_ made: MakePacks.Made, _ requests: [PackRequest]) {
    if requests.count == 1 {
      for file in made.files { Console.write(file) }
    }
    let new = requests.count - made.earlier
    Console.write(
      "\(new) \(new == 1 ? "pack" : "packs") made"
        + (made.earlier > 0 ? ", \(made.earlier) made before" : "")
        + "; the register is \(output)/\(IssuedRegister.fileName)")
  }

  private func requests() throws -> [PackRequest] {
    var common = try PackRequest(
      school: "", country: country, wave: wave, design: design.map(Self.design), pupils: pupils,
      seed: seed, returnBy: returnBy.map(Self.day), contact: contact,
      paper: Self.paper(paper), asksForItemMarks: itemMarks)
    common.asked = Set((ask ?? "").split(separator: ",").map(String.init))
    var requests = school.map { code in
      var request = common
      request.school = code
      return request
    }
    if let schools { requests += try SchoolsTable.requests(at: schools, common: common) }
    for request in requests { try request.check() }
    return requests
  }

  static func design(_ text: String) throws -> StudyDesign {
    if let design = StudyDesign(rawValue: text) { return design }
    let choices = StudyDesign.allCases.map(\.rawValue).joined(separator: ", ")
    throw UsageFailure(message: "there is no design \(text); choose one of \(choices)")
  }

  static func day(_ text: String) throws -> ExcelDate {
    if let day = ExcelDate(iso: text) { return day }
    throw UsageFailure(message: "\(text) is not a day; write it like 2026-07-10")
  }

  static func paper(_ text: String) throws -> WorkbookRequest.Paper {
    if let paper = WorkbookRequest.Paper(rawValue: text) { return paper }
    throw UsageFailure(message: "--paper \(text): choose a4 or letter")
  }
}
