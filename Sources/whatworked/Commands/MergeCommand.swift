import ArgumentParser
import Evidence
import Foundation
import Reports
import Spreadsheet
import Statistics
import StudyModel

struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Pools all schools into a cumulative meta-analysis.",
    discussion: """
      PATH is a returned workbook, a folder of them, or an evidence.jsonl that analyse wrote.
      """)

  @Argument(
    help: """
      Workbooks, folders, evidence.jsonl files, or - to read paths from standard input, one a line.
      """)
  var paths: [String] = []

  @OptionGroup var opening: OpeningOptions

  @Option(help: "Pool the studies of this evidence base too.", completion: .file())
  var evidence: String?

  @Option(help: "Pool effects that someone else computed: a CSV file.", completion: .file())
  var effects: [String] = []

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "out"

  @Option(help: "FE, DL, HE, HS, SJ, ML, REML, EB or PM.")
  var tau2 = "REML"

  @Option(help: "knha (Knapp and Hartung) or z.")
  var test = "knha"

  @Option(help: "pooled over the schools of a programme, or each school's own.")
  var variance = "pooled"

  @Option(help: "The level of the intervals.")
  var level = 0.95

  @Option(
    help: ArgumentHelp(
      "Regress effects on an answer, or a column of the effects.",
      discussion: "A number or a kind; several as 'weeks + country', with products as 'a * b'."))
  var moderator: [String] = []

  @Option(help: "Compare kinds of studies: country, phase, design, or the name of an answer.")
  var by: [String] = []

  @Option(help: "The effect that the evidence should be able to find, in standard deviations.")
  var target = 0.2

  @Option(
    help: "The register of workbooks that were sent out, issued.csv of template.",
    completion: .file())
  var issued: [String] = []

  @Option(help: "date or as-given.")
  var order = "date"

  @Option(help: "The day to print on the report, such as 2026-07-10; without it, none.")
  var date: String?

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @Flag(help: "Write one JSON document to standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Write no progress and no messages.")
  var quiet = false

  @Flag(help: "End with 0 even where something could not be processed.")
  var exitZero = false

  mutating func run() async throws {
    let settings = try self.settings()
    guard !paths.isEmpty || evidence != nil || !effects.isEmpty else {
      throw UsageFailure(message: "name workbooks, --evidence FILE or --effects FILE")
    }
    let gathering = try await gather()
    try checkNames(in: settings, against: gathering) {
      (try? ProgrammeFolder(asked: templates)).map { Array($0.programmes.values) } ?? []
    }
    for warning in gathering.warnings + gathering.tooSmall where !quiet { Console.write(warning) }
    let analyses = try mergeStudies(gathering, settings: settings)
    let outputs = try MergeWriter(
      folder: OutputFolder(output), date: ReportDay.words(date)
    ).write(analyses, gathering)
    if json { Console.output(try MergeDocument.document(analyses, outputs: outputs).document()) }
    if !quiet { say(analyses, outputs) }
    if gathering.stopped > 0, !exitZero { throw Ending.partial }
  }

  private func settings() throws -> PoolingSettings {
    func choose<Choice: RawRepresentable & CaseIterable>(
      _ text: String, for option: String, _: Choice.Type
    ) throws -> Choice where Choice.RawValue == String {
      if let choice = Choice(rawValue: text) { return choice }
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageFailure(message: "--\(option) \(text): choose one of \(choices)")
    }
    guard level > 0, level < 1 else {
      throw UsageFailure(message: "--level \(level): choose a number between 0 and 1")
    }
    guard target.isFinite, target > 0 else {
      throw UsageFailure(message: "--target \(target): choose a number above 0")
    }
    return PoolingSettings(
      estimator: try choose(tau2, for: "tau2", HeterogeneityEstimator.self),
      test: try choose(test, for: "test", SummaryTest.self),
      variance: try choose(variance, for: "variance", PoolingVariance.self), level: level,
      order: try choose(order, for: "order", StudyOrder.self), moderators: moderator,
      groupings: by, target: target)
  }

  private func gather() async throws -> Gathering {
    var gathering = Gathering()
    let files = try InputFiles.list(paths)
    for path in files where path.lastName.hasSuffix(".jsonl") {
      try gathering.addEvidence(path.text)
    }
    let workbooks = files.filter { !$0.lastName.hasSuffix(".jsonl") }
    if !workbooks.isEmpty {
      let folder = try ProgrammeFolder(asked: templates)
      var settings = ReadingSettings(programmes: folder.programmes, languages: folder.languages)
      try opening.apply(to: &settings)
      gathering.add(await readReturns(workbooks, settings, isQuiet: quiet))
    }
    if let evidence {
      let base = try EvidenceBase.existing(evidence)
      try base.forEachEntry { gathering.add($0, from: evidence) }
      gathering.add(try base.records())
    }
    for path in effects { try gathering.addEffects(path) }
    for path in issued { try gathering.addRegister(path) }
    return gathering
  }

  private func say(_ analyses: [CumulativeAnalysis], _ outputs: MergeOutputs) {
    for analysis in analyses {
      Console.write("\(analysis.title): \(Self.summary(of: analysis))")
    }
    if let report = outputs.report { Console.write("Open \(report)") }
  }

  private static func summary(of analysis: CumulativeAnalysis) -> String {
    let studies = NumberStyle.count(analysis.studies.count, "study", "studies")
    guard let pooled = analysis.pooled else { return "\(studies), no average" }
    return "\(studies), average \(NumberStyle.signed(pooled.estimate, digits: 2)) "
      + "(\(NumberStyle.range(pooled.interval, digits: 2)))"
  }
}
