import ArgumentParser
import Foundation

/// What every command that reads workbooks takes.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help: "Files, folders, or - for a list of paths on standard input.", completion: .file())
  var paths: [String]

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @Option(
    help: "A file of passwords for locked workbooks, one a line.", completion: .file())
  var passwordFile: String?

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
    if let passwordFile {
      guard let data = FileManager.default.contents(atPath: passwordFile) else {
        throw UsageFailure(message: "there is no file \(passwordFile)")
      }
      settings.passwords = String(decoding: data, as: UTF8.self)
        .split(whereSeparator: \.isNewline).map(String.init)
    }
    return settings
  }

  /// Ends the run with the code that says how it went.
  func finish(_ files: [ProcessedReturn]) throws {
    guard !exitZero else { return }
    if files.contains(where: { $0.status == .stopped }) { throw Ending.partial }
    if files.contains(where: { $0.status == .fix }) { throw Ending.needsSchool }
  }
}
