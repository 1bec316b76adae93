import ArgumentParser
import Foundation
import Spreadsheet

/// What every command that reads workbooks takes.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help: "Files, folders, or - for a list of paths on standard input.", completion: .file())
  var paths: [String] = []

  @Option(help: "The folder of programmes.", completion: .directory)
  var templates: String?

  @Option(
    help: "A file of passwords for locked workbooks, one a line.", completion: .file())
  var passwordFile: String?

  @Option(
    name: .customLong("limit"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change what may be read at most, such as cells=1000000; may be repeated.",
      discussion: "Limits: \(ReadingLimit.allCases.map(\.optionName).joined(separator: ", ")).",
      valueName: "name=figure"))
  var limits: [String] = []

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
    settings.limits = try ReadingLimits(changes: limits)
    return settings
  }

  /// Ends the run with the code that says how it went.
  func finish(_ files: [ProcessedReturn]) throws {
    guard !exitZero else { return }
    if files.contains(where: { $0.status == .stopped }) { throw Ending.partial }
    if files.contains(where: { $0.status == .fix }) { throw Ending.needsSchool }
  }
}

extension ReadingLimits {
  /// The standard limits with changes as the command line writes them: `cells=1000000`.
  init(changes: [String]) throws {
    self.init()
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let limit = parts.first.flatMap({ ReadingLimit(optionName: String($0)) }) else {
        let names = ReadingLimit.allCases.map(\.optionName).joined(separator: ", ")
        throw UsageFailure(message: "there is no limit \(parts[0]); there are \(names)")
      }
      guard parts.count == 2, let figure = Int(parts[1]), figure >= 0 else {
        throw UsageFailure(
          message: "\(change) gives no figure; write it like \(limit.optionName)=1000")
      }
      self[keyPath: limit.field] = figure
    }
  }
}
