import Evidence
import Foundation
import Statistics
import StudyModel

/// One analysis for each programme and outcome, and before them, where there are several, one of
/// all together.
func mergeStudies(
  _ gathering: Gathering, settings: PoolingSettings
) throws -> [CumulativeAnalysis] {
  let groups = groups(of: gathering, settings)
  let analyses = try groups.map { group in
    var analysis = try pool(
      group.studies, title: group.title, programme: group.programme, settings: group.settings)
    if let outcome = group.outcome {
      analysis.oneStage = oneStageCheck(
        of: group.entries, outcome: outcome, analysis: analysis, settings: settings)
      analysis.baseline = baselineAudit(of: group.entries, outcome: outcome, settings: settings)
    }
    complete(
      &analysis, with: group.entries, from: gathering, group.settings, isAlone: groups.count == 1)
    return analysis
  }
  guard groups.count != 1 else { return analyses }
  let all = groups.flatMap(\.studies)
  var whole = try pool(all, title: "All programmes together", programme: nil, settings: settings)
  whole.cautions.append(
    "Programmes and their tests differ: read the part of each before the average of all.")
  complete(&whole, with: gathering.entries, from: gathering, settings, isAlone: true)
  return [whole] + analyses
}

/// What an analysis says beyond the effects themselves: where workbooks went, how groups were
/// drawn, and the ways between areas.
private func complete(
  _ analysis: inout CumulativeAnalysis, with entries: [EvidenceEntry],
  from gathering: Gathering, _ settings: PoolingSettings, isAlone: Bool
) {
  let studies = analysis.studies.map(\.study)
  if isAlone || analysis.programme != nil {
    analysis.returns = gathering.returns(
      pooled: studies, programme: isAlone ? nil : analysis.programme)
  }
  if isAlone || analysis.returns != nil {
    analysis.flow = gathering.flow(pooled: studies.count, analysis.returns)
  }
  analysis.randomisation = randomisationAudit(of: entries)
  let records = gathering.records
  if !analysis.studies.isEmpty || !records.policies.isEmpty || !records.pathways.isEmpty {
    analysis.map = evidenceMap(of: analysis, records: records, settings: settings)
  }
}

private struct Group {
  var title: String
  var programme: String?
  var outcome: String?
  var entries: [EvidenceEntry] = []
  var studies: [PooledStudy]
  var settings: PoolingSettings
}

private func groups(of gathering: Gathering, _ settings: PoolingSettings) -> [Group] {
  let byProgramme = Dictionary(grouping: gathering.entries, by: \.identity.programme)
  var groups = byProgramme.keys.sorted().flatMap { programme -> [Group] in
    let entries = byProgramme[programme] ?? []
    let outcomes = Set(entries.flatMap { $0.effects.map(\.outcome) }).sorted()
    // The same title whatever the order of the entries.
    let title =
      entries.min { $0.identity.study < $1.identity.study }?.programmeTitle ?? programme
    return outcomes.map { outcome in
      Group(
        title: outcomes.count > 1 ? "\(title): \(outcome)" : title, programme: programme,
        outcome: outcome, entries: entries,
        studies: studiesToPool(from: entries, outcome: outcome, variance: settings.variance),
        settings: settings)
    }
  }
  if !gathering.effects.isEmpty {
    // Effects from elsewhere keep the variance they came with.
    var own = settings
    own.variance = .own
    groups.append(
      Group(
        title: "Effects from elsewhere", programme: nil, studies: gathering.effects,
        settings: own))
  }
  return groups
}
