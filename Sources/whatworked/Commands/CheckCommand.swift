import Analysis
import ArgumentParser
import StudyModel

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with returned workbooks; writes nothing.")

  @OptionGroup var reading: ReadingOptions

  mutating func run() async throws {
    let programmes = try ProgrammeFolder(asked: reading.templates).programmes
    let paths = try InputFiles.list(reading.paths)
    guard !paths.isEmpty else { throw UsageFailure(message: "there are no files there") }
    let files = await readReturns(paths, programmes: programmes, isQuiet: reading.quiet)
    if reading.json { Console.output(try AnalysisDocument.document(files).document()) }
    if !reading.quiet { BatchPrinter.write(files, next: nil) }
    try reading.finish(files)
  }
}

/// Reads, checks and analyses every file, and writes nothing.
func readReturns(
  _ paths: [String], programmes: [String: Programme], isQuiet: Bool
) async -> [ReturnedFile] {
  await forEachFile(paths, isQuiet: isQuiet) { _, path in
    do throws(UnreadableFile) {
      let bytes = try readFile(path)
      return readReturn(bytes, path: path, programmes: programmes, settings: AnalysisSettings())
    } catch {
      return error.file
    }
  }
}
