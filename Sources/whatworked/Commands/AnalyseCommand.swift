import Analysis
import ArgumentParser
import Cells
import Evidence
import Foundation

struct Analyse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyses returned workbooks, and writes each school's results and report.")

  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "out"

  @Option(help: "Keep each study in this evidence base, a file.", completion: .file())
  var evidence: String?

  @OptionGroup var table: PupilsOptions

  @Flag(help: "Go through all allocations of a randomisation test, up to three million.")
  var exact = false

  @Flag(
    help: """
      Take names of people, folders and printers out of the copies of the workbooks, and list what \
      was taken out.
      """)
  var stripMetadata = false

  @Option(help: "Whom schools may ask, for replies and reports.")
  var contact: String?

  @Option(help: "The day to print on the reports, such as 2026-07-10; without it, none.")
  var date: String?

  mutating func run() async throws {
    let day = try ReportDay.words(date)
    var settings =
      table.pupils == nil ? try reading.settings() : ReadingSettings(programmes: [:], languages: [])
    if exact { settings.analysis.enumeratedAllocations = 3_000_000 }
    let folder = OutputFolder(output)
    let flow = AnalyseReturns(
      settings: settings, output: folder, contact: contact, date: day,
      metadata: stripMetadata ? .strip : .keep)
    var files = try table.files(flow, paths: reading.paths)
    if table.pupils == nil {
      let paths = try InputFiles.list(reading.paths)
      guard !paths.isEmpty else { throw UsageFailure(message: "there are no files there") }
      files = await flow.run(paths, isQuiet: reading.quiet)
    }
    try keep(files)
    let document = try AnalysisDocument.document(files).document()
    try folder.write(document + "\n", to: "summary.json")
    try folder.write(SummaryTable.text(files), to: "summary.csv")
    try folder.write(
      EvidenceFile.text(files.compactMap(\.entry)), to: "evidence.jsonl")
    let index = try folder.write(BatchIndex.page(files, date: day), to: "index.html")
    if reading.json { Console.output(document) }
    if !reading.quiet {
      for line in BatchPrinter.lines(files, next: "Open \(index)") { Console.write(line) }
    }
    try reading.finish(files)
  }

  private func keep(_ files: [ProcessedReturn]) throws {
    guard let evidence else { return }
    let base = try EvidenceBase(at: URL(filePath: evidence))
    for entry in files.compactMap(\.entry) { try base.add(entry) }
  }
}

/// The day that a call asks to be printed.
enum ReportDay {
  /// In words; empty for none, so that the same call gives the same bytes on any day.
  static func words(_ text: String?) throws -> String {
    guard let text else { return "" }
    if let day = ExcelDate(iso: text) { return day.inWords }
    throw UsageFailure(message: "\(text) is not a day; write it like 2026-07-10")
  }
}
