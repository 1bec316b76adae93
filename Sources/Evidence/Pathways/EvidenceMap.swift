package import Statistics
package import StudyModel

/// What is known of one programme in each of the four areas, and what moved between them.
package struct EvidenceMap: Sendable {
  package var title: String
  /// Nil for effects from elsewhere, and for all programmes together.
  package var programme: String?
  /// All four, also those in which nothing is known: the empty ones are the point.
  package var areas: [AreaEvidence]
  package var policies: [PolicyRecord]
  package var pathways: [Pathway]
  /// How much of the effect is left on the way from controlled studies to practice.
  package var survival: Survival?
  /// Ways that the framework draws and along which nothing is recorded.
  package var emptyWays: [Way]
  /// Answers on how it was done, by how large the effect was.
  package var practices: [PracticeByEffect]

  package struct Way: Sendable, Hashable {
    package var from: Area
    package var to: Area
  }

  /// A ratio of effects with its interval.
  package struct Survival: Sendable, Hashable {
    package var from: Area
    package var to: Area
    package var ratio: Double
    package var interval: Interval
  }
}

/// What the records of a hub hold beside studies.
package struct PolicyRecords: Sendable, Hashable {
  package var policies: [PolicyRecord]
  package var pathways: [Pathway]

  package init(policies: [PolicyRecord] = [], pathways: [Pathway] = []) {
    self.policies = policies
    self.pathways = pathways
  }

  /// Those on a programme, and those on none in particular; all for nil.
  func about(_ programme: String?) -> PolicyRecords {
    func concerns(_ other: String?) -> Bool {
      programme == nil || other == nil || other == programme
    }
    return PolicyRecords(
      policies: policies.filter { concerns($0.programme) }.sorted {
        ($0.date, $0.id) < ($1.date, $1.id)
      },
      pathways: pathways.filter { concerns($0.programme) }.sorted {
        ($0.date, $0.id) < ($1.date, $1.id)
      })
  }
}

/// Draws the map of an analysis.
package func evidenceMap(
  of analysis: CumulativeAnalysis, records: PolicyRecords = PolicyRecords(),
  settings: PoolingSettings
) -> EvidenceMap {
  let records = records.about(analysis.programme)
  let known = areas(of: analysis.studies.map(\.study), records.policies, settings)
  return EvidenceMap(
    title: analysis.title, programme: analysis.programme, areas: known,
    policies: records.policies, pathways: records.pathways, survival: survival(known, settings),
    emptyWays: Area.allCases.flatMap { from in
      Area.allCases.filter { to in
        Pathway.isWay(from: from, to: to)
          && !records.pathways.contains { $0.from == from && $0.to == to }
      }.map { EvidenceMap.Way(from: from, to: $0) }
    },
    practices: practicesByEffect(analysis.studies))
}

/// Practice over efficacy; where either is unknown, efficacy-plus takes its place.
private func survival(
  _ areas: [AreaEvidence], _ settings: PoolingSettings
) -> EvidenceMap.Survival? {
  func known(_ area: Area) -> AreaEvidence? {
    areas.first { $0.area == area && $0.studies > 1 && $0.standardError != nil }
  }
  let ends = [
    (Area.efficacy, Area.practiceAtScale), (.efficacyPlus, .practiceAtScale),
    (.efficacy, .efficacyPlus),
  ]
  for (from, to) in ends {
    guard let start = known(from), let end = known(to), let before = start.estimate,
      let after = end.estimate, let startError = start.standardError,
      let endError = end.standardError,
      let ratio = try? ratio(
        of: (after, endError), to: (before, startError),
        degreesOfFreedom: settings.test == .knha
          ? Double(min(start.studies, end.studies) - 1) : nil,
        level: settings.level)
    else { continue }
    return EvidenceMap.Survival(
      from: from, to: to, ratio: ratio.estimate, interval: ratio.interval)
  }
  return nil
}
