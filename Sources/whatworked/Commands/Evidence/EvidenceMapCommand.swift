import ArgumentParser
import Evidence
import Reports
import StudyModel

extension Evidence {
  struct Map: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "map",
      abstract: "Shows what is known in each of the four areas, and what moved between them.")

    @Argument(help: "The evidence base, a file.", completion: .file()) var base: String
    @Flag(help: "Write one JSON document.") var json = false

    mutating func run() throws {
      let base = try EvidenceBase.existing(self.base)
      var gathering = Gathering()
      try base.forEachEntry { gathering.add($0, from: self.base) }
      gathering.add(try base.records())
      let maps = try mergeStudies(gathering, settings: PoolingSettings()).compactMap(\.map)
      if json {
        Console.output(
          try JSONValue.object(["maps": .list(maps.map(MapSections.map))]).document())
      } else if maps.isEmpty {
        Console.output("There is no study in it yet.")
      } else {
        Console.output(maps.map(text).joined(separator: "\n\n"))
      }
    }

    private func text(_ map: EvidenceMap) -> String {
      var lines = [map.title] + map.areas.map { "  " + areaSentence($0) }
      lines += map.pathways.map { "  \($0.date)  \(waySentence($0))" }
      lines.append("  " + survivalSentence(map))
      return lines.joined(separator: "\n")
    }
  }
}
