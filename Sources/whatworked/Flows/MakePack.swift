import Cells
import Foundation
import Markdown
import Programmes
import Reports
import Spreadsheet
import StudyModel
import Workbooks

/// What is asked for when a school's pack is made.
struct PackRequest {
  var school: String
  var country: String?
  var wave: String
  var design: StudyDesign?
  var pupils: Int
  var seed: UInt64
  var returnBy: ExcelDate?
  var contact: String?
  var paper: WorkbookRequest.Paper
  /// Whether the workbook has sheets for the marks on each item.
  var asksForItemMarks = false

  /// - Throws: `UsageFailure` for what cannot be put into a workbook or a path.
  func check() throws {
    guard Self.isCode(school) else {
      throw UsageFailure(
        message: "the school's code \(school) may hold letters, digits, - and _ only, 1 to 20")
    }
    guard Self.isCode(wave) else {
      throw UsageFailure(message: "the wave \(wave) is not like 2026-1")
    }
    guard (2...300).contains(pupils) else {
      throw UsageFailure(message: "a workbook has rows for 2 to 300 pupils, not \(pupils)")
    }
    if let country, country.count != 2 || !country.allSatisfy({ $0.isASCII && $0.isUppercase }) {
      throw UsageFailure(message: "the country \(country) is not a code of two letters, like GB")
    }
  }

  private static func isCode(_ text: String) -> Bool {
    (1...20).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}

/// Makes everything that one school is handed.
struct MakePack {
  let programme: Programme
  /// The programme's own folder.
  let source: URL
  let output: OutputFolder
  /// The words of the workbook, in the language of the pack.
  let texts: WorkbookTexts

  /// The workbook first, then the list of names that stays in school, then the texts.
  ///
  /// - Returns: The paths of what was written.
  func make(_ request: PackRequest) throws -> [String] {
    let folder = "\(request.school)/\(programme.id)"
    let workbook = try self.workbook(request)
    let data = try writeWorkbook(dataWorkbook(for: workbook))
    let key = try writeWorkbook(pupilKey(for: workbook))
    return [
      try output.write(data, to: "\(folder)/\(workbook.stamp.fileName)"),
      try output.write(key, to: "\(folder)/KEEP IN SCHOOL pupil key \(request.school).xlsx"),
    ] + (try pages().map { try output.write($0.page, to: "\(folder)/\($0.name).html") })
  }

  /// The pages of the pack: the programme's texts, and the tests that are drawn from a seed.
  private func pages() throws -> [(name: String, page: String)] {
    var pages = try programme.texts.map { text in
      let markdown = try String(contentsOf: source.appending(path: text.file), encoding: .utf8)
      let name = text.file.hasSuffix(".md") ? String(text.file.dropLast(3)) : text.file
      return (name: name, page: page(markdown, title: text.title))
    }
    if let assessment = try readAssessment(folder: source) {
      for (form, name) in zip(assessment.forms, ["assessment-before", "assessment-after"]) {
        pages.append((name, page(assessment.text(of: form), title: assessment.title)))
      }
      pages.append(("mark-scheme", page(assessment.markScheme, title: "Mark scheme")))
    }
    return pages
  }

  private func page(_ markdown: String, title: String) -> String {
    textPage(
      body: html(fromMarkdown: markdown), title: title, programme: programme,
      toolVersion: Tool.version)
  }

  private func workbook(_ request: PackRequest) throws -> WorkbookRequest {
    guard let first = programme.designs.first else {
      throw UsageFailure(message: "the programme \(programme.id) offers no design")
    }
    let design = request.design ?? first
    guard programme.designs.contains(design) else {
      let choices = programme.designs.map(\.rawValue).joined(separator: ", ")
      throw UsageFailure(
        message: "\(programme.id) is not offered as \(design.rawValue); choose one of \(choices)")
    }
    // The year of the wave is a day that the same call gives again.
    let year = Int(request.wave.prefix(4)) ?? 2026
    var workbook = WorkbookRequest(
      programme: programme, texts: texts, school: request.school, wave: request.wave,
      design: design,
      pupils: IssuedPupil.rows(request.pupils), seed: request.seed, toolVersion: Tool.version,
      created: ExcelDate(year: (2000...2999).contains(year) ? year : 2026, month: 1, day: 1))
    workbook.country = request.country
    workbook.returnBy = request.returnBy
    workbook.contact = request.contact
    workbook.paper = request.paper
    if request.asksForItemMarks {
      guard programme.outcomes.contains(where: { $0.itemCount != nil }) else {
        throw UsageFailure(
          message: "the tests of \(programme.id) do not have one mark for each item")
      }
      workbook.itemMarks = [:]
    }
    return workbook
  }
}
