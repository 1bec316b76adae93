import Cells
import Crypto
import Foundation
import Markdown
import Programmes
import Reports
import Spreadsheet
import StudyModel
import Workbooks

/// Makes everything that one school is handed.
struct MakePack: Sendable {
  let source: ProgrammeSource
  /// The words of the workbook, in the language of the pack.
  let texts: WorkbookTexts
  let output: OutputFolder
  /// The pages of the pack, which are the same for every school.
  private let pages: [(name: String, bytes: [UInt8])]
  /// Of everything in a pack that does not come from its request.
  private let sourceHash: String

  private var programme: Programme { source.programme }

  init(source: ProgrammeSource, texts: WorkbookTexts, output: OutputFolder) {
    self.source = source
    self.texts = texts
    self.output = output
    pages = Self.pages(of: source)
    let sheets = programmeSheets(of: source)
      .flatMap { [$0.headings] + $0.rows }.map { $0.joined(separator: "\t") }
    sourceHash = Self.hash(of: [Tool.version, texts.language.code] + sheets)
  }

  /// A pack that is asked for: what it will be called, before it is made.
  struct Plan: Sendable {
    let request: PackRequest
    let workbook: WorkbookRequest
    /// Below the output folder.
    let folder: String
    let row: IssuedRegister.Row
    let files: [String]

    var workbookName: String { workbook.stamp.fileName }
    var keyName: String { "KEEP IN SCHOOL pupil key \(request.school).xlsx" }
    var mailName: String { "email to \(request.school).eml" }
  }

  /// - Throws: `UsageFailure` for what the programme does not offer.
  func plan(_ request: PackRequest) throws -> Plan {
    try request.check()
    let workbook = try self.workbook(request)
    let folder = "\(request.school)/\(programme.id)"
    let stamp = workbook.stamp
    // Everything that makes two packs differ: a pack that is there already is not made again.
    let pack = Self.hash(of: [sourceHash, stamp.line] + request.fingerprint)
    let row = IssuedRegister.Row(values: [
      request.school, request.country ?? "", programme.id, programme.version, request.wave,
      stamp.identity.workbook, workbook.design.rawValue, String(workbook.pupils.count),
      workbook.allocation?.hash ?? "", "\(folder)/\(stamp.fileName)", pack,
    ])
    let plan = Plan(request: request, workbook: workbook, folder: folder, row: row, files: [])
    var names = [plan.workbookName, plan.keyName, plan.mailName] + pages.map(\.name)
    if workbook.allocation != nil { names.append(Self.recordName) }
    return Plan(
      request: request, workbook: workbook, folder: folder, row: row,
      files: names.map { "\(folder)/\($0)" })
  }

  /// In memory where the system has such a folder: each workbook takes a dozen small files.
  private static let scratchFolder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

  /// The name of the file that says how pupils were allocated.
  static let recordName = "allocation.txt"

  /// The workbook, the list of names that stays in school, the email, then the texts.
  ///
  /// - Returns: The paths of what was written.
  func make(_ plan: Plan) throws -> [String] {
    let data = try writeWorkbook(
      dataWorkbook(for: plan.workbook), scratchFolder: Self.scratchFolder)
    let key = try writeWorkbook(pupilKey(for: plan.workbook), scratchFolder: Self.scratchFolder)
    let mail = coverEmail(
      for: plan.workbook, to: plan.request.recipients,
      attachments: [
        MailMessage.Attachment(workbook: plan.workbookName, data),
        MailMessage.Attachment(workbook: plan.keyName, key),
      ])
    var files = [(plan.workbookName, data), (plan.keyName, key), (plan.mailName, Array(mail.utf8))]
    files += pages.map { ($0.name, $0.bytes) }
    // The disk is not waited for: the register names a pack only when it is whole, and what a
    // power cut takes is made again.
    return try files.map { name, bytes in
      try output.write(bytes, to: "\(plan.folder)/\(name)", reachesDisk: false)
    }
  }

  /// The programme's texts, and the tests that are drawn from a seed.
  private static func pages(of source: ProgrammeSource) -> [(name: String, bytes: [UInt8])] {
    func page(_ markdown: String, _ title: String, isForPupils: Bool) -> [UInt8] {
      Array(
        textPage(
          body: html(fromMarkdown: markdown), title: title, programme: source.programme,
          isForPupils: isForPupils, toolVersion: Tool.version
        ).utf8)
    }
    var pages = source.programme.texts.map { text in
      let name = text.file.hasSuffix(".md") ? String(text.file.dropLast(3)) : text.file
      return (
        "\(name).html",
        page(
          source.texts[text.file] ?? "", text.title, isForPupils: text.isForPupils)
      )
    }
    if let assessment = source.assessment {
      for (form, name) in zip(assessment.forms, ["assessment-before", "assessment-after"]) {
        pages.append(
          ("\(name).html", page(assessment.text(of: form), assessment.title, isForPupils: true)))
      }
      pages.append(
        ("mark-scheme.html", page(assessment.markScheme, "Mark scheme", isForPupils: false)))
    }
    return pages
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
    try checkAsked(request.asked)
    // The year of the wave is a day that the same call gives again.
    let year = Int(request.wave.prefix(4)) ?? 2026
    var workbook = WorkbookRequest(
      programme: programme.asking(request.asked), texts: texts, school: request.school,
      wave: request.wave, design: design,
      pupils: request.filled?.pupils ?? IssuedPupil.rows(request.pupils),
      seed: request.seed, toolVersion: Tool.version,
      created: ExcelDate(year: (2000...2999).contains(year) ? year : 2026, month: 1, day: 1))
    workbook.country = request.country
    workbook.returnBy = request.returnBy
    workbook.contact = request.contact
    workbook.paper = request.paper
    workbook.allocation = request.filled?.allocation
    workbook.answers = request.filled?.answers ?? [:]
    workbook.identifier = request.filled?.identifier
    if request.asksForItemMarks {
      guard programme.outcomes.contains(where: { $0.itemCount != nil }) else {
        throw UsageFailure(
          message: "the tests of \(programme.id) do not have one mark for each item")
      }
      workbook.itemMarks = [:]
    }
    return workbook
  }

  private func checkAsked(_ asked: Set<String>) throws {
    let known = programme.pupilFields.filter(\.isOnRequest).map(\.id)
    for id in asked.sorted() where !known.contains(id) {
      throw UsageFailure(
        message: "\(programme.id) has no column \(id) on request; it has "
          + (known.isEmpty ? "none" : known.joined(separator: ", ")))
    }
  }

  private static func hash(of lines: [String]) -> String {
    let digest = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8))
    return digest.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
