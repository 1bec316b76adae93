import ArgumentParser
import Foundation
import Programmes
import StudyModel

struct Programmes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the programmes, shows one, or checks a trainer's own.",
    subcommands: [List.self, Show.self, New.self, CheckFolder.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the programmes that can be made.")

    @Option(help: "The folder of programmes.", completion: .directory)
    var templates: String?

    mutating func run() throws {
      let programmes = try ProgrammeFolder(asked: templates).programmes.values
      for programme in programmes.sorted(by: { $0.id < $1.id }) {
        Console.output("\(programme.id)  \(programme.title) (\(programme.phase))")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows what a programme asks of a school.")

    @Argument(help: "The programme's id.") var id: String
    @Option(help: "The folder of programmes.", completion: .directory)
    var templates: String?

    mutating func run() throws {
      let programme = try ProgrammeFolder(asked: templates).programme(id)
      Console.output(
        """
        \(programme.title) (\(programme.id), version \(programme.version))
        Designs: \(programme.designs.map(\.rawValue).joined(separator: ", "))
        Outcomes: \(programme.outcomes.map { "\($0.label): \($0.test), 0 to \($0.maximum)" }
          .joined(separator: "; "))
        Sessions: \(programme.dose.sessionsPlanned) of \(programme.dose.minutes) minutes \
        over \(programme.dose.weeks) weeks
        About each pupil: \(programme.pupilFields.map(\.label).joined(separator: ", "))
        About the school: \(programme.schoolQuestions.map(\.label).joined(separator: ", "))
        About how it went: \(programme.implementationQuestions.map(\.label)
          .joined(separator: ", "))
        """)
    }
  }

  struct CheckFolder: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Says what is wrong with a programme's folder.")

    @Argument(help: "A folder with a programme.yaml.", completion: .directory) var folder: String

    mutating func run() throws {
      do {
        let programme = try readProgramme(folder: URL(filePath: folder))
        Console.output("\(programme.id): nothing is wrong")
      } catch {
        Console.write("\(error)")
        throw Ending.needsSchool
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Writes a programme to start from, with every key explained.")

    @Argument(help: "Its id: small letters, digits and hyphens.") var id: String
    @Option(
      name: .shortAndLong, help: "The folder of programmes to write into.",
      completion: .directory)
    var output = "Templates"

    mutating func run() throws {
      guard isProgrammeID(id) else {
        throw UsageFailure(
          message: "the id \(id) may hold small letters, digits and hyphens only")
      }
      guard !FileManager.default.fileExists(atPath: "\(output)/\(id)") else {
        throw UsageFailure(message: "\(output)/\(id) is there already")
      }
      let folder = OutputFolder(output)
      for file in newProgramme(id: id) {
        Console.write(try folder.write(file.text, to: "\(id)/\(file.name)"))
      }
    }
  }
}
