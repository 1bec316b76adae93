import ArgumentParser
import Foundation
import Spreadsheet

/// What files are opened with, by whatever command.
struct OpeningOptions: ParsableArguments {
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

  func apply(to settings: inout ReadingSettings) throws {
    settings.passwords = try passwords()
    settings.limits = try readingLimits()
  }

  func readingLimits() throws -> ReadingLimits { try ReadingLimits(changes: limits) }

  /// The lines of the file of passwords; none where no file was named.
  func passwords() throws -> [String] {
    guard let passwordFile else { return [] }
    guard let data = FileManager.default.contents(atPath: passwordFile) else {
      throw UsageFailure(message: "there is no file \(passwordFile)")
    }
    // Replaced letters would be a password that fits nothing, without a word why.
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageFailure(message: "\(passwordFile) is not UTF-8 text; save it as UTF-8")
    }
    // Windows begins text with a mark, which is no letter of the first password.
    let start = text.hasPrefix("\u{FEFF}") ? text.index(after: text.startIndex) : text.startIndex
    return text[start...].split(whereSeparator: \.isNewline).map(String.init)
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
