import ArgumentParser
import Foundation
import Spreadsheet

/// What every command that reads workbooks takes.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help: "Files, folders, or - to read paths from standard input, one a line.", completion: .file()
  )
  var paths: [String] = []

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @OptionGroup var opening: OpeningOptions

  @Flag(help: "Write one JSON document to standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Write no progress and no messages.")
  var quiet = false

  @Flag(help: "End with 0 even where something is to be put right or could not be processed.")
  var exitZero = false
}

extension ReadingOptions {
  /// What the files are read with.
  func settings() throws -> ReadingSettings {
    let folder = try ProgrammeFolder(asked: templates)
    var settings = ReadingSettings(programmes: folder.programmes, languages: folder.languages)
    try opening.apply(to: &settings)
    return settings
  }

  /// Ends the run with the code that says how it went.
  func finish(_ files: [ProcessedReturn]) throws {
    guard !exitZero else { return }
    if files.contains(where: { $0.status == .stopped }) { throw Ending.partial }
    if files.contains(where: { $0.status == .fix }) { throw Ending.needsSchool }
  }
}
