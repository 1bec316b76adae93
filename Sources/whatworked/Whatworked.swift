import ArgumentParser
import Foundation
import Spreadsheet

@main
struct Whatworked: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatworked",
    abstract: "Finds out whether an intervention worked, from workbooks that schools fill in.",
    discussion: """
      A trainer makes workbooks (template), schools fill them in and email them back, the hub
      checks and analyses them (check, analyse) and pools all schools (merge).

      Exit codes: 0 all done; 1 done, and some workbooks need the school to put something right; \
      2 wrong usage, nothing done; 3 at least one file could not be processed; 130 interrupted, \
      safe to run again.
      """,
    version: Tool.version,
    subcommands: [
      Template.self, Allocate.self, Check.self, Analyse.self, Merge.self, Evidence.self,
      Programmes.self, Explain.self, PrintCells.self,
    ])

  /// Runs the command that the arguments name; wrong arguments end with 2, as documented.
  static func main() async {
    keepUniversalTime()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as UsageFailure {
      Console.complain(failure.message)
      Foundation.exit(Ending.usage.rawValue)
    } catch let failure as OutputFailure {
      Console.complain(failure.description)
      Foundation.exit(Ending.partial.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Console.write(fullMessage(for: error))
      Foundation.exit(Ending.usage.rawValue)
    }
  }
}

/// What the program says of itself.
enum Tool {
  static let version = "0.1.0"
  static let name = "whatworked \(version)"
}

/// Something about the call that keeps anything from being done.
struct UsageFailure: Error {
  let message: String
}
