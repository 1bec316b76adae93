import ArgumentParser
import Foundation
import Programmes
import StudyModel
import Workbooks

struct Allocate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws who takes part, and makes the workbooks with the groups filled in.",
    discussion: """
      First the marks before: data workbooks that came back with them, or a table with the columns \
      code, before and class (and role, where the programme has roles; and arm, where the school \
      chose). Then the draw: pupils by chance, in blocks on the mark or within classes, in pairs, \
      or whole classes. The workbook keeps a hash of it, so that a change is seen when it comes \
      back, and allocation.txt keeps all that is needed to draw it again. --verify does that: \
      1 says that an arm was changed.
      """)

  enum Design: String, ExpressibleByArgument, CaseIterable {
    case simple, blocks, pairs, clusters, waitlist, given
  }

  @Argument(
    help: "Workbooks that came back, tables of pupils or, with --verify, allocation records.",
    completion: .file())
  var paths: [String]

  @Option(help: "simple, blocks, pairs, clusters, waitlist, or given (the school chose).")
  var design = Design.blocks

  @Option(help: "In blocks: on the mark before, or within each class (marks or class).")
  var blocksOn = "marks"

  @Option(help: "How many pupils there are in a block on the marks.")
  var blockSize = 4

  @Flag(help: "Comparison pupils get the programme afterwards.")
  var waitlist = false

  @Option(help: "The seed of the draw; choose it before you see the marks.")
  var seed: UInt64?

  @Flag(help: "Draw again, compare with what is recorded, and write nothing.")
  var verify = false

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "packs"

  @Option(help: "For a table of pupils: the programme's id, folder or workbook.")
  var programme: String?

  @Option(help: "For a table of pupils: the school's code.")
  var school: String?

  @Option(help: "For a table of pupils: the country's code of two letters.")
  var country: String?

  @Option(help: "For a table of pupils: the year and the round in it.")
  var wave = "2026-1"

  @Option(help: "The day by which to send it back, such as 2026-07-10.")
  var returnBy: String?

  @Option(help: "Where to send it back: an address of the hub, never of a person.")
  var contact: String?

  @Option(help: "a4 or letter.")
  var paper = "a4"

  @Option(help: "For a table of pupils: the language of the workbook, such as fr.")
  var language = "en"

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @Flag(name: .shortAndLong, help: "Write no messages.")
  var quiet = false

  mutating func run() async throws {
    let folder = try ProgrammeFolder(asked: templates)
    let sources = try self.sources(folder)
    let files = try AllocationFiles(
      paths: paths,
      settings: ReadingSettings(
        programmes: sources.mapValues(\.programme), languages: folder.languages))
    if verify { return try verifyAll(files) }
    guard files.records.isEmpty else {
      throw UsageFailure(message: "\(files.records[0].path) is a record; --verify looks at it")
    }
    let method = try self.method()
    let inputs = try self.inputs(files, sources, folder)
    guard !inputs.isEmpty else { throw UsageFailure(message: "there are no pupils to allocate") }
    for input in inputs {
      // Schools that are drawn together each have a seed of their own.
      let seed = inputs.count == 1 ? (self.seed ?? 0) : self.seed(for: input.request)
      try await AllocateStudy(
        input: input.input, request: input.request, source: input.source, texts: input.texts,
        method: method,
        seed: seed, isWaitlist: waitlist || design == .waitlist, output: OutputFolder(output),
        isQuiet: quiet
      ).make()
    }
  }

  private func sources(_ folder: ProgrammeFolder) throws -> [String: ProgrammeSource] {
    var sources = folder.sources
    if let programme {
      let source = try folder.source(at: programme)
      sources[source.programme.id] = source
    }
    return sources
  }

  private func method() throws -> AllocationMethod {
    if design != .given, seed == nil {
      throw UsageFailure(message: "give the seed of the draw with --seed, such as --seed 20260914")
    }
    switch (design, blocksOn) {
    case (.simple, _), (.waitlist, _): return .simple
    case (.pairs, _): return .pairsOnScore
    case (.clusters, _): return .wholeClasses
    case (.given, _): return .givenBySchool
    case (.blocks, "class"): return .withinClasses
    case (.blocks, "marks"):
      guard blockSize >= 2, blockSize.isMultiple(of: 2) else {
        throw UsageFailure(message: "--block-size \(blockSize): half of a block takes part; use 4")
      }
      return .blocksOnScore(size: blockSize)
    case (.blocks, _): throw UsageFailure(message: "--blocks-on \(blocksOn): use marks or class")
    }
  }

  private func seed(for request: PackRequest) -> UInt64 {
    stableHash(of: "\(seed ?? 0)/\(request.school)/\(request.wave)")
  }

  private struct Input {
    var input: AllocationInput
    var request: PackRequest
    var source: ProgrammeSource
    var texts: WorkbookTexts
  }

  private func inputs(
    _ files: AllocationFiles, _ sources: [String: ProgrammeSource], _ folder: ProgrammeFolder
  ) throws -> [Input] {
    var common = try PackRequest(
      school: school ?? "", country: country.map(PackRequest.country), wave: wave, pupils: 2,
      seed: 1, returnBy: returnBy.map(Template.day), contact: contact,
      paper: Template.paper(paper))
    var inputs: [Input] = []
    for (path, record, language) in files.workbooks {
      guard let source = sources[record.identity.programme] else { continue }
      let name = URL(filePath: path).lastPathComponent
      common.school = record.identity.school
      common.country = record.identity.country
      common.wave = record.identity.wave
      common.design = record.design
      inputs.append(
        Input(
          input: try AllocationInput(record: record, file: name), request: common,
          source: source, texts: try folder.texts(language, for: source.programme)))
    }
    guard !files.tables.isEmpty else { return inputs }
    guard files.tables.count == 1, let programme, let school else {
      throw UsageFailure(
        message: "for a table of pupils, name --programme and --school; one table at a time")
    }
    let source = try folder.source(at: programme)
    let texts = try folder.texts(language, for: source.programme)
    common.school = school
    common.design = nil
    let input = try AllocationInput(table: files.tables[0], programme: source.programme)
    return inputs + [Input(input: input, request: common, source: source, texts: texts)]
  }

  private func verifyAll(_ files: AllocationFiles) throws {
    var verdicts = files.records.map { verdict(on: $0.file, subject: $0.path) }
    for (path, record, _) in files.workbooks {
      let kept = files.records.first { $0.file.identity.workbook == record.identity.workbook }
      verdicts.append(verdict(on: record, against: kept?.file, subject: path))
    }
    guard !verdicts.isEmpty else {
      throw UsageFailure(message: "there is neither a workbook nor an allocation record to verify")
    }
    for verdict in verdicts {
      if verdict.differences.isEmpty {
        Console.output("\(verdict.subject): as it was drawn")
      }
      for difference in verdict.differences {
        Console.output("\(verdict.subject): \(difference)")
      }
    }
    if verdicts.contains(where: { !$0.differences.isEmpty }) { throw Ending.needsSchool }
  }
}
