package import Statistics

/// One line of a forest: a study, or a group of studies where there are too many for a line each.
package struct ForestLine: Sendable, Hashable {
  package var name: String
  package var date: String?
  package var pupils: Int?
  package var estimate: Double
  package var interval: Interval
  /// In percent of all.
  package var weight: Double
  /// How many studies it stands for.
  package var studies: Int
  /// Whether chance formed the groups of all of them.
  package var isByChance: Bool
}

/// A forest that can be read: every study, or where there are more than `most`, groups of them.
package struct ForestLines: Sendable, Hashable {
  package var lines: [ForestLine]
  /// What the groups are, to end *summed up by*; nil where every study has its line.
  package var groupedBy: String?

  /// How many lines a person reads.
  package static let most = 200
}

/// The lines of an analysis.
///
/// Groups are those that were asked for, else countries, programmes or years where there are 2 to
/// 40 of them, else twentieths in the order of the studies. A group's average is weighed with the
/// τ² of all.
package func forestLines(
  of analysis: CumulativeAnalysis, most: Int = ForestLines.most
) -> ForestLines {
  let all = analysis.studies
  guard all.count > most, let pooled = analysis.pooled else {
    return ForestLines(lines: all.map(ForestLine.init), groupedBy: nil)
  }
  let kinds =
    (analysis.subgroups.map(\.by) + ["country", "programme"]).map { name in
      (name, all.map { $0.study.kind(by: name) ?? "" })
    } + [("year", all.map { String($0.study.date?.prefix(4) ?? "") })]
  for (name, values) in kinds {
    let levels = Set(values)
    guard (2...min(40, most)).contains(levels.count), !levels.contains("") else { continue }
    let groups = Dictionary(grouping: all.indices) { values[$0] }
    return ForestLines(
      lines: groups.sorted { $0.key < $1.key }.map { level, members in
        ForestLine(
          named: level, of: members.map { all[$0] }, tau2: pooled.tau2, level: analysis.model.level)
      }, groupedBy: name)
  }
  let twentieth = (all.count + 19) / 20
  return ForestLines(
    lines: stride(from: 0, to: all.count, by: twentieth).map { first in
      let last = min(first + twentieth, all.count)
      return ForestLine(
        named: "studies \(first + 1) to \(last)", of: Array(all[first..<last]), tau2: pooled.tau2,
        level: analysis.model.level)
    }, groupedBy: "order")
}

extension ForestLine {
  init(_ contribution: StudyContribution) {
    self.init(
      name: contribution.study.id, date: contribution.study.date,
      pupils: contribution.study.pupils, estimate: contribution.study.estimate,
      interval: contribution.interval, weight: contribution.weight, studies: 1,
      isByChance: contribution.study.isByChance)
  }

  fileprivate init(named name: String, of members: [StudyContribution], tau2: Double, level: Double)
  {
    var information = 0.0
    var sum = 0.0
    for member in members {
      let weight = 1 / (member.study.variance + tau2)
      information += weight
      sum += weight * member.study.estimate
    }
    let reach = Normal.quantile((1 + level) / 2) / information.squareRoot()
    let pupils = members.compactMap(\.study.pupils).reduce(0, +)
    self.init(
      name: name, date: nil, pupils: pupils > 0 ? pupils : nil, estimate: sum / information,
      interval: Interval(centre: sum / information, halfWidth: reach),
      weight: members.map(\.weight).reduce(0, +), studies: members.count,
      isByChance: members.allSatisfy(\.study.isByChance))
  }
}
