import ArgumentParser
import Analysis
import Evidence
import Reports
import StudyModel

extension Evidence {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows everything that the evidence base holds of one study.")

    @Argument(help: "The evidence base, a file.", completion: .file()) var base: String
    @Argument(help: "The study, such as S-014/peer-tutoring-reading/2026-1.") var study: String
    @Flag(help: "Write the study as one JSON object.") var json = false

    mutating func run() throws {
      let base = try EvidenceBase.existing(base)
      guard let entry = try base.entry(study) else {
        throw UsageFailure(message: "there is no study \(study) in it; evidence list names all")
      }
      if json {
        Console.output(try EvidenceFile.text([entry]))
      } else {
        let earlier = try base.superseded(study)
        Console.output(lines(of: entry, earlier: earlier).joined(separator: "\n"))
      }
    }

    private func lines(of entry: EvidenceEntry, earlier: [String]) -> [String] {
      var lines = [
        "study        \(entry.identity.study)",
        "workbook     \(entry.identity.workbook)",
        "programme    \(entry.programmeTitle), version \(entry.programmeVersion)",
        "context      \([entry.identity.country, entry.phase].compactMap(\.self).joined(separator: ", "))",
        "design       \(entry.design.rawValue); groups by \(entry.assignment.rawValue)",
        "second test  \(entry.date ?? "not known")",
      ]
      lines += entry.effects.map(line)
      if let draw = entry.allocation {
        let again = draw.isReproduced.map { $0 ? "drawn again alike" : "drawn again otherwise" }
        lines.append(
          "draw         \(draw.method), seed \(draw.seed), "
            + "\(draw.isHashRight ? "unchanged" : "changed"), \(again ?? "could not be drawn again"); "
            + "\(draw.changed) of \(draw.drawn) in another arm than drawn")
      }
      lines += entry.moderators.sorted { $0.key < $1.key }.map { "answer       \($0): \($1)" }
      lines.append("data         \(entry.dataHash), read by whatworked \(entry.toolVersion)")
      lines += earlier.map { "superseded   \($0)" }
      return lines
    }

    private func line(_ effect: EvidenceEffect) -> String {
      let name = effect.outcome + (effect.role.map { " (\($0.rawValue))" } ?? "")
      let pupils = "\(effect.intervention) + \(effect.comparison) of \(effect.started) pupils"
      guard let g = effect.g, let error = effect.standardError else {
        return "effect       \(name): none (\(effect.reason ?? "no reason is given")); \(pupils)"
      }
      return "effect       \(name): \(NumberStyle.signed(g, digits: 3)), standard error "
        + "\(NumberStyle.decimal(error, digits: 3)); \(pupils); certainty "
        + "\(effect.certainty.rawValue)"
    }
  }
}
