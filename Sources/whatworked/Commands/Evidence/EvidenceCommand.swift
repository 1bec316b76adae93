import ArgumentParser
import Evidence
import Foundation
import Reports
import StudyModel

struct Evidence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks into an evidence base, and keeps records of policy in it.",
    subcommands: [
      List.self, Show.self, Map.self, Export.self, Policy.self, Ways.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the studies in an evidence base.")

    @Argument(help: "The evidence base, a file.", completion: .file()) var base: String

    mutating func run() throws {
      try EvidenceBase.existing(base).forEachEntry { entry in
        let effects = entry.effects.map { effect in
          let role = effect.role.map { " (\($0.rawValue))" } ?? ""
          return "\(effect.outcome)\(role) \(effect.g.map { "\($0)" } ?? "no effect")"
        }
        Console.output("\(entry.identity.study)  \(effects.joined(separator: "; "))")
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes studies and records to standard output, one JSON object a line.")

    @Argument(help: "The evidence base, a file.", completion: .file()) var base: String

    mutating func run() throws {
      let base = try EvidenceBase.existing(base)
      Console.output(try EvidenceFile.text(base.entries(), base.records()))
    }
  }
}

extension EvidenceBase {
  /// Opens a base that must be there.
  static func existing(_ path: String) throws -> EvidenceBase {
    guard FileManager.default.fileExists(atPath: path) else {
      throw UsageFailure(message: "there is no evidence base \(path)")
    }
    return try EvidenceBase(at: URL(filePath: path))
  }
}
