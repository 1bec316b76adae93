import ArgumentParser
import Spreadsheet

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with returned workbooks; writes nothing.")

  @OptionGroup var reading: ReadingOptions

  mutating func run() async throws {
    let settings = try reading.settings()
    let paths = try InputFiles.list(reading.paths)
    guard !paths.isEmpty else { throw UsageFailure(message: "there are no files there") }
    let files = await readReturns(paths, settings, isQuiet: reading.quiet)
    // What was found is what was asked for: it is data, in one form or the other.
    if reading.json {
      Console.output(try AnalysisDocument.document(files).document())
    } else if !reading.quiet {
      for line in BatchPrinter.lines(files) { Console.output(Console.printable(line)) }
    }
    try reading.finish(files)
  }
}

/// Reads, checks and analyses every file, and writes nothing.
func readReturns(
  _ paths: [FilePath], _ settings: ReadingSettings, isQuiet: Bool
) async -> [ProcessedReturn] {
  await forEachReturn(at: paths, settings, isQuiet: isQuiet) { _, file in
    var file = file
    file.forgetContents()
    return file
  }
}
