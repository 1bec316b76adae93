import ArgumentParser
import Cells
import Evidence
import Foundation
import StudyModel

extension Evidence {
  struct Policy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "policy", abstract: "Keeps records of plans, policies, regulations and laws.",
      subcommands: [Add.self, ListAll.self], defaultSubcommand: ListAll.self)

    struct Add: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a record; the same body, country, date and instrument "
          + "take the place of the earlier one.")

      @Argument(help: "The evidence base, a file; made where there is none.", completion: .file())
      var base: String
      @Option(help: "Who made it.") var body: String
      @Option(help: "A code of two letters, such as GB.") var country: String
      @Option(help: "What it is called.") var title = ""
      @Option(help: "early-plan, adopted-policy, framework, regulation or law.")
      var instrument: String
      @Option(help: "proposed, adopted, in-force or ended.") var status: String
      @Option(help: "The day, such as 2026-05-01.") var date: String
      @Option(help: "The programme that it is about.") var programme: String?
      @Option(help: "A study that it rests on; several times for several.") var cites: [String] = []

      mutating func run() throws {
        let record = PolicyRecord(
          body: try Words.plain(body, for: "body"), country: try Words.country(country),
          title: try Words.plain(title, for: "title", mayBeEmpty: true),
          instrument: try Words.choice(instrument, for: "instrument"),
          status: try Words.choice(status, for: "status"), date: try Words.day(date),
          programme: programme, cites: cites)
        let change = try EvidenceBase(at: URL(filePath: base)).add(record)
        Console.output("\(record.id)  \(change.inWords)")
      }
    }

    struct ListAll: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the records of policy.")

      @Argument(help: "The evidence base, a file.", completion: .file()) var base: String

      mutating func run() throws {
        for policy in try EvidenceBase.existing(base).records().policies {
          let title = policy.title.isEmpty ? "" : " “\(policy.title)”"
          Console.output(
            "\(policy.id)  \(policy.date)  \(policy.country)  \(policy.body)\(title): "
              + "\(policy.instrument.rawValue), \(policy.status.rawValue)"
              + (policy.cites.isEmpty ? "" : "; rests on \(policy.cites.joined(separator: ", "))"))
        }
      }
    }
  }

  struct Ways: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pathway", abstract: "Keeps records of what moved from one area to another.",
      subcommands: [Add.self, ListAll.self], defaultSubcommand: ListAll.self)

    struct Add: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a record; the same areas, date and programme take the "
          + "place of the earlier one.")

      @Argument(help: "The evidence base, a file; made where there is none.", completion: .file())
      var base: String
      @Option(help: "efficacy, efficacy-plus, policy-plans or practice-at-scale.") var from: String
      @Option(help: "Likewise.") var to: String
      @Option(help: "The day, such as 2026-05-01.") var date: String
      @Option(help: "The programme that moved.") var programme: String?
      @Option(help: "A study at either end; several times for several.") var study: [String] = []
      @Option(help: "A policy at either end, by its id; several times for several.")
      var policy: [String] = []
      @Option(help: "The organisation or the role that moved it, never a person's name.")
      var movedBy = ""
      @Option(help: ArgumentHelp("What helped: \(Words.all(Pathway.Enabler.self))."))
      var helped: [String] = []
      @Option(help: ArgumentHelp("What got in the way: \(Words.all(Pathway.Barrier.self))."))
      var blocked: [String] = []

      mutating func run() throws {
        let (start, end): (Area, Area) = (
          try Words.choice(from, for: "from"), try Words.choice(to, for: "to")
        )
        guard Pathway.isWay(from: start, to: end) else {
          throw UsageFailure(message: "there is no way from \(from) to \(to) in the framework")
        }
        let base = try EvidenceBase(at: URL(filePath: base))
        let known = Set(try base.records().policies.map(\.id))
        for id in policy where !known.contains(id) {
          throw UsageFailure(message: "there is no policy \(id); evidence policy list names all")
        }
        let way = Pathway(
          from: start, to: end, date: try Words.day(date), programme: programme, studies: study,
          policies: policy,
          movedBy: try Words.plain(movedBy, for: "moved-by", mayBeEmpty: true),
          helped: try helped.map { try Words.choice($0, for: "helped") },
          blocked: try blocked.map { try Words.choice($0, for: "blocked") })
        Console.output("\(way.id)  \(try base.add(way).inWords)")
      }
    }

    struct ListAll: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the records of ways between areas.")

      @Argument(help: "The evidence base, a file.", completion: .file()) var base: String

      mutating func run() throws {
        for way in try EvidenceBase.existing(base).records().pathways {
          Console.output(
            "\(way.id)  \(way.date)  \(way.from.rawValue) to \(way.to.rawValue)"
              + (way.movedBy.isEmpty ? "" : "  by \(way.movedBy)"))
        }
      }
    }
  }
}

/// What a call may say.
private enum Words {
  static func all<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> String
  where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue).sorted().joined(separator: ", ")
  }

  static func choice<Choice: CaseIterable & RawRepresentable>(
    _ text: String, for option: String
  ) throws -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    throw UsageFailure(message: "--\(option) \(text): choose one of \(all(Choice.self))")
  }

  static func day(_ text: String) throws -> String {
    guard let day = ExcelDate(iso: text) else {
      throw UsageFailure(message: "\(text) is not a day; write it like 2026-07-10")
    }
    return day.iso
  }

  static func country(_ text: String) throws -> String {
    guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      throw UsageFailure(message: "the country \(text) is not a code of two letters, like GB")
    }
    return text
  }

  static func plain(_ text: String, for option: String, mayBeEmpty: Bool = false) throws -> String {
    guard mayBeEmpty || !text.isEmpty, text.count <= 200,
      !text.contains(where: \.isNewline)
    else { throw UsageFailure(message: "--\(option): one line of 1 to 200 characters") }
    return text
  }
}

extension EvidenceBase.Change {
  fileprivate var inWords: String {
    switch self {
    case .added: "added"
    case .replaced: "takes the place of the earlier one"
    case .unchanged: "was there already"
    }
  }
}
