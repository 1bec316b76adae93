import ArgumentParser
import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Workbooks

struct Programmes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the programmes, shows one, or checks a trainer's own.",
    subcommands: [List.self, Show.self, New.self, CheckFolder.self, Export.self],
    defaultSubcommand: List.self)

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

    @Argument(help: "The programme's id, its folder or its workbook.", completion: .file())
    var id: String
    @Option(help: "The folder of programmes.", completion: .directory)
    var templates: String?

    mutating func run() throws {
      let source = try ProgrammeFolder(asked: templates).source(at: id)
      Console.output(description(of: source))
    }
  }

  struct CheckFolder: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Says what is wrong with a programme.")

    @Argument(
      help: "The programme's id, its folder with a programme.yaml, or its workbook.",
      completion: .file())
    var programme: String
    @Option(help: "The folder of programmes.", completion: .directory)
    var templates: String?

    mutating func run() throws {
      guard let place = ProgrammeFolder.place(of: programme, asked: templates) else {
        // The workbooks are known by what is in them, and are opened only where nothing is wrong.
        return praise(try ProgrammeFolder(asked: templates).source(programme))
      }
      do {
        praise(try ProgrammeFolder.source(at: place))
      } catch let failure as UsageFailure {
        Console.write(failure.message)
        throw Ending.needsSchool
      }
    }

    private func praise(_ source: ProgrammeSource) {
      Console.output("\(source.programme.id): nothing is wrong")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a programme as a workbook, to be changed there.",
      discussion: """
        The workbook is accepted wherever a programme is: by template, allocate and programmes \
        check, and in the folder of programmes, when workbooks come back.
        """)

    @Argument(help: "The programme's id, its folder or its workbook.", completion: .file())
    var id: String
    @Option(name: .shortAndLong, help: "The workbook to write.", completion: .file())
    var output: String?
    @Option(help: "The folder of programmes.", completion: .directory)
    var templates: String?

    mutating func run() throws {
      let source = try ProgrammeFolder(asked: templates).source(at: id)
      let place = URL(filePath: output ?? "\(source.programme.id).xlsx")
      guard place.pathExtension.lowercased() == "xlsx" else {
        throw UsageFailure(message: "\(place.lastPathComponent) does not end in .xlsx")
      }
      guard !FileManager.default.fileExists(atPath: place.path) else {
        throw UsageFailure(message: "\(place.relativePath) is there already")
      }
      // A fixed day, so that the same programme gives the same bytes.
      let day = ExcelDate(year: 2026, month: 1, day: 1)
      let bytes = try writeWorkbook(programmeWorkbook(for: source, created: day))
      let folder = OutputFolder(place.deletingLastPathComponent().relativePath)
      try folder.write(bytes, to: place.lastPathComponent)
      Console.write(place.relativePath)
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
